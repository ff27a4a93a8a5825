package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// patience is how long an operation may take. It is far longer than any needs, so that a slow machine fails nothing.
const patience = 60 * time.Second

// object is a JSON object.
type object = map[string]any

// driver is a process that does with one client what it is asked for.
type driver struct {
	language string
	binary   bool
	command  *exec.Cmd
	input    io.WriteCloser
	stderr   *tail
	// show is told each line of the conversation.
	show func(direction, line string)

	mu      sync.Mutex
	lastID  int64
	waiting map[int64]chan reply
	// asks are the questions for tokens that nobody has taken yet.
	asks  chan object
	ended chan struct{}
}

// reply is the answer to an operation: a result or an error.
type reply struct {
	Result object `json:"result"`
	Error  object `json:"error"`
}

// launch is how a driver is started.
type launch struct {
	Command []string `json:"command"`
	// Env has further variables of the environment, as NAME=value.
	Env []string `json:"env"`
}

// drivers finds the languages that have a driver.
func drivers(root string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(root, "clients", "*", "conformance", "driver.json"))
	var languages []string
	for _, f := range files {
		languages = append(languages, filepath.Base(filepath.Dir(filepath.Dir(f))))
	}
	return languages, err
}

// startDriver starts the driver of a language and greets it.
func startDriver(ctx context.Context, root, language string, show func(direction, line string)) (*driver, error) {
	file := filepath.Join(root, "clients", language, "conformance", "driver.json")
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("there is no driver for %s: %w", language, err)
	}
	var how launch
	if err := json.Unmarshal(content, &how); err != nil || len(how.Command) == 0 {
		return nil, fmt.Errorf("%s: it needs {\"command\": [\"program\", \"argument\", …]}: %w", file, err)
	}
	d := &driver{language: language, show: show, waiting: map[int64]chan reply{}, asks: make(chan object, 64), ended: make(chan struct{}), stderr: &tail{}}
	d.command = exec.CommandContext(ctx, how.Command[0], how.Command[1:]...) //nolint:gosec // It is what the repository says.
	d.command.Dir, d.command.Stderr = root, d.stderr
	d.command.Env = append(os.Environ(), how.Env...)
	if err := d.start(); err != nil {
		return nil, fmt.Errorf("the driver of %s does not start; build it with make driver-%s: %w", language, language, err)
	}
	greeting, err := d.do(object{"op": "hello", "protocol": 1})
	if err != nil {
		return nil, fmt.Errorf("the driver of %s does not speak; build it with make driver-%s: %w", language, language, err)
	}
	d.binary = greeting.Result["encoding"] == "binary"
	return d, nil
}

func (d *driver) start() error {
	var err error
	if d.input, err = d.command.StdinPipe(); err != nil {
		return err
	}
	output, err := d.command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := d.command.Start(); err != nil {
		return err
	}
	go d.read(output)
	return nil
}

// read takes the lines of the driver until it ends.
func (d *driver) read(output io.Reader) {
	defer close(d.ended)
	lines := bufio.NewReaderSize(output, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			d.show("<-", strings.TrimRight(string(line), "\n"))
			d.hear(line)
		}
		if err != nil {
			return
		}
	}
}

func (d *driver) hear(line []byte) {
	var message struct {
		ID  int64 `json:"id"`
		Ask int64 `json:"ask"`
		reply
	}
	if err := json.Unmarshal(line, &message); err != nil {
		d.show("!!", "this is no JSON: "+err.Error())
		return
	}
	if message.Ask != 0 {
		var ask object
		if json.Unmarshal(line, &ask) == nil {
			d.asks <- ask
		}
		return
	}
	d.mu.Lock()
	waiting := d.waiting[message.ID]
	delete(d.waiting, message.ID)
	d.mu.Unlock()
	if waiting == nil {
		d.show("!!", "nobody waits for this answer")
		return
	}
	waiting <- message.reply
}

// begin starts an operation and returns its id, and where its answer comes.
func (d *driver) begin(request object) (int64, chan reply, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lastID++
	request["id"] = d.lastID
	line, err := json.Marshal(request)
	if err != nil {
		return 0, nil, err
	}
	d.show("->", string(line))
	answer := make(chan reply, 1)
	d.waiting[d.lastID] = answer
	if _, err := d.input.Write(append(line, '\n')); err != nil {
		return 0, nil, d.died(err)
	}
	return d.lastID, answer, nil
}

// wait waits for an answer.
func (d *driver) wait(answer chan reply) (reply, error) {
	limit := time.NewTimer(patience)
	defer limit.Stop()
	select {
	case r := <-answer:
		return r, nil
	case <-d.ended:
		select {
		case r := <-answer:
			return r, nil
		default:
			return reply{}, d.died(io.EOF)
		}
	case <-limit.C:
		return reply{}, fmt.Errorf("no answer within %s", patience)
	}
}

func (d *driver) died(err error) error {
	return fmt.Errorf("the driver has ended (%w): %s", err, d.stderr)
}

// do does an operation; an error of the client is in the reply.
func (d *driver) do(request object) (reply, error) {
	_, answer, err := d.begin(request)
	if err != nil {
		return reply{}, err
	}
	return d.wait(answer)
}

// stop ends the driver: kindly at first.
func (d *driver) stop() error {
	if err := d.input.Close(); err != nil {
		return err
	}
	limit := time.NewTimer(10 * time.Second)
	defer limit.Stop()
	select {
	case <-d.ended:
	case <-limit.C:
		_ = d.command.Process.Kill()
		<-d.ended
		_ = d.command.Wait()
		return errors.New("the driver did not end within 10 s after the end of its input")
	}
	if err := d.command.Wait(); err != nil {
		return fmt.Errorf("the driver ended with: %w: %s", err, d.stderr)
	}
	return nil
}

// kill ends a driver that cannot be used any more.
func (d *driver) kill() {
	_ = d.command.Process.Kill()
	<-d.ended
	_ = d.command.Wait()
}

// tail keeps the end of what is written to it.
type tail struct {
	mu   sync.Mutex
	text []byte
}

// Write keeps the last 8 KiB.
func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	t.text = t.text[max(len(t.text)-8<<10, 0):]
	return len(p), nil
}

// String returns what was kept.
func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(slices.Clone(t.text))
}

// Command conformance is the driver of the Go client for the conformance runner: it does with the client what the lines on its
// standard input ask for. clients/conformance/PROTOCOL.md is the contract of the two.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sync"

	parley "github.com/parley-interop/parley/clients/go"
)

func main() {
	d := newDriver(json.NewEncoder(os.Stdout))
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			d.take(line)
		}
		if err != nil {
			d.closeAll()
			return
		}
	}
}

// request is one line of the runner.
type request struct {
	ID         int64           `json:"id"`
	Op         string          `json:"op"`
	Handle     string          `json:"handle"`
	Connection string          `json:"connection"`
	Stream     string          `json:"stream"`
	Sender     string          `json:"sender"`
	Target     int64           `json:"target"`
	Address    string          `json:"address"`
	Credential *credential     `json:"credential"`
	Transport  string          `json:"transport"`
	CAFile     string          `json:"ca_file"`
	Options    options         `json:"options"`
	User       string          `json:"user"`
	Service    string          `json:"service"`
	Method     string          `json:"method"`
	Action     string          `json:"action"`
	CallID     string          `json:"call_id"`
	Request    json.RawMessage `json:"request"`
	// Requests are those of a method with a stream of them.
	Requests  []json.RawMessage `json:"requests"`
	TimeoutMS int64             `json:"timeout_ms"`
	Limit     int               `json:"limit"`
	Window    int               `json:"window"`
	RawID     string            `json:"raw_id"`
	answer
}

type credential struct {
	Key      string `json:"key"`
	Token    string `json:"token"`
	Provider bool   `json:"provider"`
}

type options struct {
	TimeoutMS   int64 `json:"timeout_ms"`
	MaxAttempts int   `json:"max_attempts"`
}

// fields is a JSON object of an answer.
type fields map[string]any

// operation does one thing. What it returns becomes the result.
type operation func(ctx context.Context, r *request) (fields, error)

// driver holds everything that the runner has opened, by its handles.
type driver struct {
	operations map[string]operation

	output sync.Mutex
	lines  *json.Encoder

	mu      sync.Mutex
	clients map[string]*client
	streams map[string]*stream
	senders map[string]*sender
	open    map[int64]context.CancelFunc
	asked   map[int64]chan answer
	lastAsk int64
}

func newDriver(lines *json.Encoder) *driver {
	d := &driver{
		lines: lines, clients: map[string]*client{}, streams: map[string]*stream{}, senders: map[string]*sender{},
		open: map[int64]context.CancelFunc{}, asked: map[int64]chan answer{},
	}
	lines.SetEscapeHTML(false)
	d.operations = map[string]operation{
		"hello": d.hello, "connect": d.connect, "as_user": d.asUser, "set_token": d.setToken, "close": d.close,
		"call": d.call, "list": d.list, "follow": d.follow, "next": d.next, "cursor": d.cursor, "call_action": d.callAction,
		"close_stream": d.closeStream, "open_sender": d.openSender, "close_sender": d.closeSender,
		"cancel": d.cancel, "parse_identifier": parseIdentifier, "provide_token": d.provideToken,
	}
	return d
}

// inOrder are the operations that are done at once: what comes after them relies on them. All others run beside each other.
var inOrder = map[string]bool{"connect": true, "as_user": true, "set_token": true, "follow": true, "open_sender": true, "provide_token": true, "cancel": true}

// take begins what a line asks for.
func (d *driver) take(line []byte) {
	r := &request{}
	if err := json.Unmarshal(line, r); err != nil {
		fmt.Fprintf(os.Stderr, "a line that is no request: %v: %s\n", err, line)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	d.with(func() { d.open[r.ID] = cancel })
	switch {
	case r.Op == "send":
		d.send(ctx, r)
	case inOrder[r.Op]:
		d.perform(ctx, r)
	default:
		go d.perform(ctx, r)
	}
}

func (d *driver) perform(ctx context.Context, r *request) {
	do, ok := d.operations[r.Op]
	if !ok {
		do = func(context.Context, *request) (fields, error) { return nil, protocolError("no operation " + r.Op) }
	}
	result, err := do(ctx, r)
	d.finish(r, result, err)
}

// finish answers an operation.
func (d *driver) finish(r *request, result fields, err error) {
	d.with(func() {
		d.open[r.ID]()
		delete(d.open, r.ID)
	})
	switch {
	case err != nil:
		d.print(fields{"id": r.ID, "error": shape(err)})
	case result == nil:
		d.print(fields{"id": r.ID, "result": fields{}})
	default:
		d.print(fields{"id": r.ID, "result": result})
	}
}

func (d *driver) print(line fields) {
	d.output.Lock()
	defer d.output.Unlock()
	if err := d.lines.Encode(line); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

func (d *driver) with(do func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	do()
}

func (d *driver) hello(context.Context, *request) (fields, error) {
	return fields{"language": "go", "version": parley.Version, "encoding": "json"}, nil
}

func (d *driver) cancel(_ context.Context, r *request) (fields, error) {
	d.with(func() {
		if end, ok := d.open[r.Target]; ok {
			end()
		}
	})
	return nil, nil
}

func (d *driver) closeAll() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, end := range d.open {
		end()
	}
	for _, c := range d.clients {
		_ = c.Close()
	}
}

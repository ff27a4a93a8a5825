package soak_test

import (
	"context"
	"debug/elf"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/test/soak/journal"
)

// The broker has no flag that moves its clock, and should have none. A Go program asks the kernel itself, so nothing can be put between
// either. So the program is compiled as it is, with a runtime of Go whose wall clock adds a variable to what the kernel says; the
// monotonic clock stays as it is, as it does where an operator sets the time. The soak writes the variable into the memory of the
// process.

// offsetName is the variable, in seconds.
const offsetName = "runtime.clockOffset"

// movedClock takes the place of the file of the runtime that says what time it is.
const movedClock = `package runtime

import _ "unsafe"

var clockOffset int64

%s

//go:linkname time_now time.now
func time_now() (sec int64, nsec int32, mono int64) {
	sec, nsec, mono = kernelTime()
	return sec + clockOffset, nsec, mono
}
`

// Where assembly tells the time it goes on to do so under another name.
const (
	inAssembly   = "func kernelTime() (sec int64, nsec int32, mono int64)"
	inGo         = "func kernelTime() (sec int64, nsec int32, mono int64) {\n\tsec, nsec = walltime()\n\treturn sec, nsec, nanotime()\n}"
	assemblyName = "TEXT time·now<ABIInternal>(SB)"
	assemblyNew  = "TEXT ·kernelTime<ABIInternal>(SB)"
)

var (
	errClockStays  = errors.New("it was not asked for with -clock")
	errOtherSystem = errors.New("it can be moved on Linux only")
)

// clockOverlay writes the changed files of the runtime into a folder, and returns the argument of go build that puts them in place.
func clockOverlay(folder string) (string, error) {
	if runtime.GOOS != "linux" {
		return "", errOtherSystem
	}
	out, err := exec.CommandContext(context.Background(), "go", "env", "GOROOT").Output()
	if err != nil {
		return "", err
	}
	source := filepath.Join(strings.TrimSpace(string(out)), "src", "runtime")
	files := map[string]string{filepath.Join(source, "timestub.go"): fmt.Sprintf(movedClock, inGo)}
	if runtime.GOARCH == "amd64" {
		assembly := filepath.Join(source, "time_linux_amd64.s")
		content, err := os.ReadFile(assembly)
		if err != nil {
			return "", err
		}
		if strings.Count(string(content), assemblyName) != 1 {
			return "", fmt.Errorf("%s does not tell the time as the soak knows it", assembly)
		}
		files = map[string]string{
			filepath.Join(source, "timeasm.go"): fmt.Sprintf(movedClock, inAssembly),
			assembly:                            strings.Replace(string(content), assemblyName, assemblyNew, 1),
		}
	}
	return writeOverlay(folder, files)
}

func writeOverlay(folder string, files map[string]string) (string, error) {
	var overlay struct{ Replace map[string]string }
	overlay.Replace = map[string]string{}
	for original, content := range files {
		changed := filepath.Join(folder, filepath.Base(original))
		overlay.Replace[original] = changed
		if err := os.WriteFile(changed, []byte(content), 0o600); err != nil {
			return "", err
		}
	}
	content, err := json.Marshal(overlay)
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "overlay.json")
	return "-overlay=" + path, os.WriteFile(path, content, 0o600)
}

// offsetAddress finds the variable in a program.
func offsetAddress(program string) (int64, error) {
	file, err := elf.Open(program)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	symbols, err := file.Symbols()
	if err != nil {
		return 0, err
	}
	for _, s := range symbols {
		if s.Name == offsetName {
			return int64(s.Value), nil
		}
	}
	return 0, fmt.Errorf("%s has no %s", program, offsetName)
}

// setClock makes the wall clock of a process so much fast, or slow below 0.
func (p *process) setClock(offset time.Duration) error {
	memory, err := os.OpenFile(fmt.Sprintf("/proc/%d/mem", p.cmd.Process.Pid), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer memory.Close()
	_, err = memory.WriteAt(binary.NativeEndian.AppendUint64(nil, uint64(offset/time.Second)), clockAt)
	return err
}

// jump moves the clock of the broker: little, or an hour. A new process has the right time again.
func (s *soak) jump(ctx context.Context) {
	if clocked != nil {
		return
	}
	offset := []time.Duration{2 * time.Second, time.Minute, time.Hour}[rand.IntN(3)]
	if rand.IntN(2) == 0 {
		offset = -offset
	}
	began := s.folder.Now()
	err := s.broker.current().setClock(offset)
	if err == nil {
		err = s.checkClock(ctx, offset)
	}
	if err != nil {
		s.t.Errorf("the clock cannot be moved: %v", err)
		return
	}
	s.log.Write(journal.Entry{Kind: journal.Fault, Change: "clock", Text: offset.String(), Began: began})
}

// checkClock makes sure that the broker goes by a clock that is so much fast: its heartbeats say what time it is.
func (s *soak) checkClock(ctx context.Context, offset time.Duration) error {
	ctx, cancel := context.WithTimeout(s.world.parties["Stan"].in(context.WithoutCancel(ctx)), attemptTime)
	defer cancel()
	stream, err := s.world.chat().Subscribe(ctx, &chatv1.SubscribeRequest{HeartbeatInterval: durationpb.New(time.Second)})
	if err != nil {
		return err
	}
	response, err := stream.Recv()
	if err != nil {
		return err
	}
	if off := time.Until(response.GetHeartbeat().GetTime().AsTime()); (off - offset).Abs() > attemptTime {
		return fmt.Errorf("it is %s fast, not %s", off, offset)
	}
	return nil
}

package pebble

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	lsm "github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"github.com/parley-interop/parley/internal/store"
)

// holdVariable makes the test binary hold a store open instead of testing.
const holdVariable = "PARLEY_TEST_HOLD_STORE"

func TestMain(m *testing.M) {
	if dir := os.Getenv(holdVariable); dir != "" {
		hold(dir)
		return
	}
	goleak.VerifyTestMain(m)
}

// hold opens a store, says so, and keeps it until its input ends.
func hold(dir string) {
	s, err := Open(dir, Options{})
	if err != nil {
		_, _ = fmt.Fprintln(os.Stdout, err)
		return
	}
	defer s.Close()
	_, _ = fmt.Fprintln(os.Stdout, "open")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
}

func TestOpenRefusesADirectoryThatAnotherProcessHasOpen(t *testing.T) {
	dir := t.TempDir()
	other := exec.CommandContext(t.Context(), os.Args[0])
	other.Env = append(os.Environ(), holdVariable+"="+dir)
	input, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(output).ReadString('\n'); said != "open\n" {
		t.Fatalf("the other process says %q, %v", said, err)
	}
	if _, err := Open(dir, Options{Logger: quiet}); !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), dir) {
		t.Errorf("error is %v", err)
	}
	if err := errors.Join(input.Close(), other.Wait()); err != nil {
		t.Error(err)
	}
	mustOpen(t, dir, Options{Logger: quiet})
}

func TestOpenRefusesADirectoryThatIsOpenInThisProcess(t *testing.T) {
	dir := t.TempDir()
	mustOpen(t, dir, Options{Logger: quiet})
	if _, err := Open(dir, Options{Logger: quiet}); !errors.Is(err, store.ErrLocked) {
		t.Errorf("error is %v", err)
	}
}

func TestOpenSaysPlainlyThatItMayNotWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(file, "store"), Options{Logger: quiet}); err == nil || errors.Is(err, store.ErrLocked) {
		t.Errorf("error is %v", err)
	}
}

func TestOpenRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, c := range []struct {
		name, key, value, want string
	}{
		{"a newer format", string(formatKey), string(binary.BigEndian.AppendUint64(nil, format+1)), "use a newer version"},
		{"a damaged description", string(formatKey), "x", "damaged"},
		{"another program's files", "key", "value", "another program"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := vfs.NewMem()
			db, err := lsm.Open("store", &lsm.Options{FS: files, Logger: engineLogger{to: quiet}})
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(db.Set([]byte(c.key), []byte(c.value), lsm.Sync), db.Close()); err != nil {
				t.Fatal(err)
			}
			for range 2 { // the first refusal must leave no lock behind
				if _, err := Open("store", Options{FS: files, Logger: quiet}); err == nil || !strings.Contains(err.Error(), c.want) {
					t.Errorf("error is %v, want one about %q", err, c.want)
				}
			}
		})
	}
}

func TestOpenReportsADiskThatFails(t *testing.T) {
	files := &brokenFS{FS: vfs.NewMem(), hits: func(vfs.DiskWriteCategory, string) bool { return true }}
	files.broken.Store(true)
	if _, err := Open("store", Options{FS: files, Logger: quiet}); err == nil {
		t.Error("no error")
	}
	files.broken.Store(false)
	mustOpen(t, "store", Options{FS: files, Logger: quiet})
}

// mustOpen opens a store that is closed when the test ends.
func mustOpen(t *testing.T, dir string, o Options) *Store {
	t.Helper()
	s, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

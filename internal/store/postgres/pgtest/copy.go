package pgtest

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// Clone starts another server on what the files of this one hold at this moment, as if all its processes had been killed now. This
// one goes on. The clone ends with the test.
func (s *Server) Clone(t testing.TB) *Server {
	t.Helper()
	clone := s.clone(t)
	clone.Start(t)
	return clone
}

// clone copies the files of a server that runs; its processes stand still meanwhile.
func (s *Server) clone(t testing.TB) *Server {
	t.Helper()
	processes := s.processes()
	signal(processes, syscall.SIGSTOP)
	dir, err := copyDirectory(s.dir)
	signal(processes, syscall.SIGCONT)
	if err == nil {
		err = os.Remove(filepath.Join(dir, "postmaster.pid"))
	}
	if err != nil {
		t.Fatal(err)
	}
	clone := &Server{dir: dir, settings: s.settings}
	t.Cleanup(clone.remove)
	return clone
}

// processes returns the ids of the server's processes, the first of them first, so that no new one escapes.
func (s *Server) processes() []int {
	first := s.command.Process.Pid
	ids := []int{first}
	_ = syscall.Kill(first, syscall.SIGSTOP) // if it is gone there is nothing to stop
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", first))
	for _, task := range tasks {
		children, _ := os.ReadFile(task) // a task that has ended has no children
		for field := range strings.FieldsSeq(string(children)) {
			if id, err := strconv.Atoi(field); err == nil {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// signal sends a signal to processes.
func signal(processes []int, s syscall.Signal) {
	for _, id := range processes {
		_ = syscall.Kill(id, s) // it may be gone already
	}
}

// copyDirectory copies a directory of a server and returns the name of the copy.
func copyDirectory(from string) (string, error) {
	to, err := makeDirectory()
	if err != nil {
		return "", err
	}
	return to, copyInto(to, from)
}

// copyInto copies what is in a directory of a server into another one.
func copyInto(to, from string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return copyOne(path, to+strings.TrimPrefix(path, from), entry)
	})
}

// copyOne copies a file, or makes a directory.
func copyOne(from, to string, entry fs.DirEntry) error {
	if entry.IsDir() {
		if err := os.MkdirAll(to, 0o700); err != nil {
			return err
		}
		return own(to)
	}
	if !entry.Type().IsRegular() {
		return nil
	}
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(target, source); err != nil {
		_ = target.Close() // the copy has failed anyway
		return err
	}
	if err := target.Close(); err != nil {
		return err
	}
	return own(to)
}

package pgtest

import (
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// unprivileged returns a command that does not run as root, and that ends when this process does.
func unprivileged(name string, arguments ...string) *exec.Cmd {
	path, err := Program(name)
	if err != nil {
		path = name // the command says what is wrong
	}
	command := exec.Command(path, arguments...) //nolint:noctx // it ends with its server
	command.Dir = os.TempDir()
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT, Credential: credential()}
	return command
}

// credential returns who runs PostgreSQL, or nil for this user.
func credential() *syscall.Credential {
	if os.Getuid() != 0 {
		return nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		found, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.ParseUint(found.Uid, 10, 32)
		gid, err2 := strconv.ParseUint(found.Gid, 10, 32)
		if err1 == nil && err2 == nil {
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		}
	}
	return nil
}

// makeDirectory makes a temporary directory for PostgreSQL.
func makeDirectory() (string, error) {
	dir, err := os.MkdirTemp("", "parley-postgres-")
	if err != nil {
		return "", err
	}
	return dir, own(dir)
}

// own gives a file to who runs PostgreSQL.
func own(path string) error {
	if c := credential(); c != nil {
		return os.Lchown(path, int(c.Uid), int(c.Gid))
	}
	return nil
}

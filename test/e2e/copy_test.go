package e2e_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"google.golang.org/grpc/codes"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// A cell moves into a database and back. Credentials, threads and cursors are worth what they were.
func TestMove(t *testing.T) {
	server := pgtest.Shared(t)
	stores := []string{t.TempDir(), server.DSN(server.Database(t)), t.TempDir()}
	at := func(i int) []string {
		if i == 1 {
			return []string{"--store", stores[1]}
		}
		return []string{"--data-dir", stores[i], "--store", ""}
	}
	b := start(t, stores[0], at(0)...)
	w := newWorld(t, b)
	l := newLoad(t, w.threadID)
	tess := &transcript{t: t, who: w.tess}
	for i := range stores {
		stream := tess.open(b)
		tess.readUntil(stream, lastSequence(t, b, w))
		l.run(b, w.ben, 100, func() { b.signal(syscall.SIGINT) })
		b.exitCode()
		tess.readEnd(stream, codes.Unavailable, "STREAM_RESUMABLE")
		if i+1 < len(stores) {
			copyStore(t, stores[i], stores[i+1])
			dir := stores[0] // has the credentials
			if i == 1 {
				dir = stores[2]
				copyFile(t, b.credentialsPath(), filepath.Join(dir, "credentials.json"))
			}
			b = start(t, dir, at(i+1)...)
		} else {
			b = start(t, stores[2], at(2)...)
		}
		l.retry(b, w.ben)
		l.check(b, w.anna)
	}
	tess.readUntil(tess.open(b), lastSequence(t, b, w))
	tess.wantAcknowledged(maps.Clone(l.acknowledged))
	b.stop()
	if _, stderr, exit := finish(t, parleyCommand(t.Context(), "copy", "--from", stores[2], "--to", stores[1])); exit != 1 || !strings.Contains(stderr, "not empty") {
		t.Errorf("a copy over something else: exit code %d, %s", exit, stderr)
	}
}

func copyStore(t *testing.T, from, to string) {
	t.Helper()
	stdout, stderr, exit := finish(t, parleyCommand(t.Context(), "copy", "--from", from, "--to", to))
	if exit != 0 || !strings.HasPrefix(stdout, "copied and compared: ") {
		t.Fatalf("copy from %s to %s: exit code %d\n%s%s", from, to, exit, stdout, stderr)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// killerOn kills a process as soon as it writes something.
type killerOn struct {
	what string
	cmd  *exec.Cmd
	said strings.Builder
}

// Write takes what the process writes.
func (k *killerOn) Write(b []byte) (int, error) {
	k.said.Write(b)
	if strings.Contains(k.said.String(), k.what) {
		_ = k.cmd.Process.Kill() // it may be dying already
	}
	return len(b), nil
}

// keep is where a cell is: a folder, or a database and a folder beside it. The folder has the credentials.
type keep struct{ dir, address, store string }

func aFolder(t *testing.T) keep {
	dir := t.TempDir()
	return keep{dir, dir, ""}
}

func aDatabase(t *testing.T) keep {
	server := pgtest.Shared(t)
	dsn := server.DSN(server.Database(t))
	return keep{t.TempDir(), dsn, dsn}
}

// A copy that is killed leaves nothing that a broker would serve, and goes on when it is started again.
func TestCopyThatIsKilledGoesOn(t *testing.T) {
	const messages = 300
	for _, test := range []struct {
		name     string
		from, to func(t *testing.T) keep
		progress string // with which the copy is killed
	}{
		{"into a database, at the log", aFolder, aDatabase, " log entries"},
		{"into a database, at the state", aFolder, aDatabase, " keys"},
		{"into a folder, at the log", aDatabase, aFolder, " log entries"},
	} {
		t.Run(test.name, func(t *testing.T) {
			from, to := test.from(t), test.to(t)
			b := start(t, from.dir, "--store", from.store)
			w := newWorld(t, b)
			chat := chatv1.NewChatServiceClient(b.dial(t, w.ben.token))
			for range messages {
				if _, err := chat.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: w.threadID, Content: strings.Repeat("x", 20<<10)}); err != nil {
					t.Fatal(err)
				}
			}
			last := lastSequence(t, b, w)
			b.stop()
			copying := parleyCommand(t.Context(), "copy", "--from", from.address, "--to", to.address)
			copying.Stderr = &killerOn{what: test.progress, cmd: copying}
			if err := copying.Run(); copying.ProcessState.ExitCode() != -1 {
				t.Fatalf("the copy was to be killed: %v", err)
			}
			serve := parleyCommand(t.Context(), "--listen", "127.0.0.1:0", "--data-dir", to.dir, "--store", to.store)
			if _, stderr, exit := finish(t, serve); exit != 1 || !strings.Contains(stderr, "unfinished copy") {
				t.Errorf("a broker on half a copy: exit code %d, %s", exit, stderr)
			}
			copyStore(t, from.address, to.address)
			copyFile(t, b.credentialsPath(), filepath.Join(to.dir, "credentials.json"))
			if got := lastSequence(t, start(t, to.dir, "--store", to.store), w); got != last {
				t.Errorf("the copy ends with message %d, want %d", got, last)
			}
		})
	}
}

// A database that holds nothing is most likely the wrong one: it is not copied, and the target is left alone.
func TestCopyOfNothing(t *testing.T) {
	from, to := aDatabase(t), aFolder(t)
	_, stderr, exit := finish(t, parleyCommand(t.Context(), "copy", "--from", from.address, "--to", to.address))
	if exit != 1 || !strings.Contains(stderr, "the source holds nothing") {
		t.Errorf("exit code %d, %s", exit, stderr)
	}
	if left, err := os.ReadDir(to.dir); err != nil || len(left) > 0 {
		t.Errorf("it has left %v, %v", left, err)
	}
}

// A store that came from a backup is another history: cursors of before are told so, and everything else is there.
func TestNewEpoch(t *testing.T) {
	b := start(t, t.TempDir())
	w := newWorld(t, b)
	anna := &transcript{t: t, who: w.anna}
	anna.readUntil(anna.open(b), lastSequence(t, b, w))
	b.stop()
	args := append([]string{"new-epoch", "--data-dir", b.dir}, storeOf(t, b.dir)...)
	if stdout, stderr, exit := finish(t, parleyCommand(t.Context(), args...)); exit != 0 {
		t.Fatalf("exit code %d: %s%s", exit, stdout, stderr)
	}
	b = start(t, b.dir)
	anna.readEnd(anna.open(b), codes.OutOfRange, "CURSOR_EPOCH")
	again := &transcript{t: t, who: w.anna}
	again.readUntil(again.open(b), len(anna.contents))
}

package soak_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/parley-interop/parley/test/soak/journal"
	"github.com/parley-interop/parley/test/soak/judge"
)

// soak is a broker under fire, and everybody who uses it.
type soak struct {
	t      *testing.T
	folder *journal.Folder
	log    *journal.Writer // of what is done to the broker
	broker *broker
	world  *world
	disk   *disk
	noDisk error // why the disk cannot be filled
	// fillings is how often it was filled.
	fillings int

	// fire lasts as long as harm is done; endFire ends it.
	fire    context.Context //nolint:containedctx // It is a phase of the soak.
	endFire context.CancelFunc
	// farewells are the last messages of the threads, by their ids, once they are sent.
	farewells atomic.Pointer[map[string]string]

	mu       sync.Mutex
	journals []*journal.Writer
}

// journal begins a journal that is closed before the judgement.
func (s *soak) journal(name string) *journal.Writer {
	w, err := s.folder.Create(strings.ReplaceAll(name, " ", "-"))
	if err != nil {
		s.t.Error(err) // the test's goroutine sees it in the end
		s.endFire()
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.journals = append(s.journals, w)
	return w
}

func newSoak(t *testing.T, dir string) *soak {
	t.Helper()
	s := &soak{t: t, folder: journal.NewFolder(dir)}
	s.fire, s.endFire = context.WithTimeout(t.Context(), *length)
	t.Cleanup(s.endFire)
	s.log = s.journal("broker")
	s.disk, s.noDisk = newDisk(t)
	if s.noDisk != nil {
		s.log.Write(journal.Entry{Kind: journal.Skipped, Change: "disk full", Text: s.noDisk.Error()})
	}
	if clocked != nil {
		s.log.Write(journal.Entry{Kind: journal.Skipped, Change: "clock", Text: clocked.Error() + "; TestSimulation of internal/chat/simulation lets clocks jump"})
	}
	s.broker = startBroker(t, s.folder, s.log, s.disk.path)
	s.world = newWorld(t, s.broker, s.journal("world"))
	return s
}

func TestSoak(t *testing.T) {
	dir := *keep
	if dir == "" {
		dir = t.TempDir()
	}
	s := newSoak(t, dir)
	reading, stopReading := context.WithCancel(context.WithoutCancel(t.Context()))
	defer stopReading()
	var readers sync.WaitGroup
	for i, f := range followers {
		r := s.newReader(fmt.Sprintf("%02d %s %s", i, f.who, f.pace), f.who, f.pace)
		readers.Go(func() { r.follow(reading) })
	}
	callers := s.startCalls(reading, &readers)
	s.burn(callers)
	s.sayFarewell()
	s.await(&readers, stopReading)
	s.readAnew(callers)
	if code := s.broker.end(syscall.SIGTERM); code != 0 {
		t.Errorf("the broker stopped with exit code %d: %s", code, s.broker.current().stderr.String())
	}
	s.judge(dir)
}

// startCalls lets those who call listen.
func (s *soak) startCalls(ctx context.Context, group *sync.WaitGroup) (callers []*caller) {
	for _, pair := range pairs {
		from, to := s.newListener(pair[0]), s.newListener(pair[1])
		group.Go(func() { from.follow(ctx) })
		group.Go(func() { to.follow(ctx) })
		callers = append(callers, s.newCaller(from, to))
	}
	return callers
}

// burn lets everybody act and does harm, until the time is up and everybody has come to an end.
func (s *soak) burn(callers []*caller) {
	var acting sync.WaitGroup
	for _, name := range writers {
		for n := range sendersEach {
			acting.Go(func() { s.write(s.fire, s.world.parties[name], n) })
		}
	}
	for _, name := range pipers {
		acting.Go(func() { s.pipe(s.fire, s.world.parties[name]) })
	}
	for _, who := range shutOut {
		acting.Go(func() { s.flip(s.fire, who) })
	}
	for _, r := range s.world.threads {
		for _, guest := range r.guests {
			acting.Go(func() { s.visit(s.fire, r, guest) })
		}
	}
	for _, c := range callers {
		acting.Go(func() { c.callAll(s.fire) })
	}
	s.harm(s.fire)
	s.endFire()
	acting.Wait()
}

// sayFarewell sends the last message of each thread.
func (s *soak) sayFarewell() {
	log, last := s.journal("farewell"), map[string]string{}
	for i, r := range s.world.threads {
		last[r.id] = fmt.Sprintf("farewell-%d", i)
		for end := time.Now().Add(patience); s.send(s.t.Context(), log, s.world.chat(), s.host(r), r, last[r.id]).result != journal.Acknowledged; {
			if time.Now().After(end) {
				s.t.Fatal("the last message of a thread is not taken")
			}
			pause(s.t.Context(), 50*time.Millisecond)
		}
	}
	s.farewells.Store(&last)
}

// await waits for readers, who get some more time for what slow ones have left.
func (s *soak) await(readers *sync.WaitGroup, stop context.CancelFunc) {
	late := time.AfterFunc(patience+*length/10, stop)
	defer late.Stop()
	readers.Wait()
}

// readAnew kills the broker once more, and lets some read everything from the beginning.
func (s *soak) readAnew(callers []*caller) {
	s.killNow(s.t.Context())
	ctx, cancel := context.WithCancel(context.WithoutCancel(s.t.Context()))
	defer cancel()
	var readers sync.WaitGroup
	for _, name := range []string{"backend", "foreign backend", "Anna", "Theo", "Vera", "Noah"} {
		r := s.newReader("anew "+name, name, steady)
		readers.Go(func() { r.follow(ctx) })
	}
	for _, c := range callers {
		readers.Go(func() { c.ask(ctx) })
	}
	s.await(&readers, cancel)
}

// judge closes the journals, has them judged, and reports.
func (s *soak) judge(dir string) {
	s.t.Helper()
	for _, w := range s.journals {
		if err := w.Close(); err != nil {
			s.t.Errorf("a journal is not whole: %v", err)
		}
	}
	verdict, err := judge.Judge(dir)
	if err != nil {
		s.t.Fatal(err)
	}
	var page bytes.Buffer
	if err := verdict.Print(&page); err != nil {
		s.t.Fatal(err)
	}
	s.t.Logf("\n%s", page.String())
	if *reportFile != "" {
		if err := os.WriteFile(*reportFile, page.Bytes(), 0o600); err != nil {
			s.t.Error(err)
		}
	}
	if !verdict.Sound() {
		s.t.Error("the broker has broken promises: see the report")
	}
	for _, what := range s.missing(verdict) {
		s.t.Errorf("it proves little: there is none of %q", what)
	}
}

// exercised is what every soak must have had; a minute of fire has the rarer things, too.
var (
	exercised = []string{
		"messages acknowledged, of Teams users", "attempts refused: INTEROP_TENANT_DISABLED", "attempts refused: INTEROP_POLICY_DISABLED", "attempts refused: NOT_A_PARTICIPANT", "attempts of which nobody knows", "policy flips",
		"events shown to somebody who was shut out when they were sent",
		"messages acknowledged after an attempt of which nobody knows", "streams of chat that policy ended",
		"streams of chat resumed from an older cursor", "calls ended: COMPLETED", "calls ended: DECLINED", "faults: kill",
	}
	exercisedLong = []string{"calls ended: CANCELLED", "calls ended: POLICY_REVOKED", "calls ended: NO_ANSWER"}
)

// missing returns what did not happen, and the invariants that were not put to the test. Memory takes more than a short soak to judge.
func (s *soak) missing(v *judge.Verdict) (out []string) {
	wanted := slices.Clone(exercised)
	if *length >= time.Minute {
		wanted = append(wanted, exercisedLong...)
	}
	if s.noDisk == nil {
		wanted = append(wanted, "faults: disk full", "attempts refused: STORAGE_FULL")
	}
	if clocked == nil {
		wanted = append(wanted, "faults: clock")
	}
	for _, what := range wanted {
		if v.Counts[what] == 0 {
			out = append(out, what)
		}
	}
	for _, i := range v.Untested() {
		if i != judge.Flat || *length >= time.Minute {
			out = append(out, string(i))
		}
	}
	return out
}

package simulation

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

var (
	oneSeed = flag.Int64("seed", -1, "run this seed only, and tell its history")
	seeds   = flag.Int("seeds", 0, "how many seeds to run; 0 is 1000, 100 with -short, and 20 on a database")
	first   = flag.Int64("first", 0, "the first seed")
)

type chatCaller = access.Caller

// TestSimulation runs one life for each seed.
func TestSimulation(t *testing.T) {
	from, n := *first, *seeds
	switch {
	case *oneSeed >= 0:
		from, n = *oneSeed, 1
	case n == 0 && enginetest.Shared():
		n = 20 // a database takes its time
	case n == 0 && testing.Short():
		n = 100
	case n == 0:
		n = 1000
	}
	for i := range n {
		seed := uint64(from) + uint64(i)
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			history := live(t, seed)
			if *oneSeed >= 0 {
				t.Log("\n" + strings.Join(history, "\n"))
			}
		})
	}
}

func TestMain(m *testing.M) { os.Exit(enginetest.Run(m)) }

// TestSameSeedSameLife makes sure that a seed is worth printing.
func TestSameSeedSameLife(t *testing.T) {
	lives := 5
	if testing.Short() {
		lives = 2
	}
	for seed := range uint64(lives) {
		a, b := live(t, seed), live(t, seed)
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("seed %d: line %d is %q, and then %q", seed, i+1, a[i], b[i])
			}
		}
		if len(a) != len(b) {
			t.Fatalf("seed %d has %d lines, and then %d", seed, len(a), len(b))
		}
	}
}

// simulation is one life.
type simulation struct {
	*testing.T
	*rand.Rand
	*cast
	seed        uint64
	broker      *broker
	stormy      bool // whether storage fails
	policies    bool // whether policies change
	threads     []*thread
	facts       []*fact
	head        store.Position
	subscribers []*subscriber
	pending     []*pending
	done        []*request
	typed       map[int64]store.Position // how far the hub was when somebody typed at a time
	keys, texts int
	step        int
	history     []string
}

// pending is what a client has asked for and knows nothing about.
type pending struct {
	requests []*request
	ask      asking
}

// live runs the life of a seed and returns its history.
func live(t *testing.T, seed uint64) (history []string) {
	empty := enginetest.NewDisk(t)
	synctest.Test(t, func(t *testing.T) {
		random := rand.New(rand.NewPCG(seed, 2))
		start := time.Date(2026, time.January, 5, random.IntN(24), random.IntN(60), 0, 0, time.UTC)
		s := &simulation{
			T: t, Rand: random, cast: newCast(), seed: seed, stormy: seed%4 != 0, policies: seed%3 != 0,
			broker: newBroker(t, random, start, empty), typed: map[int64]store.Position{},
		}
		t.Cleanup(s.close)
		s.begin()
		for range 80 + s.IntN(120) {
			s.step++
			s.goOn()
			s.catch()
		}
		s.finish()
		history = s.history
	})
	return history
}

func (s *simulation) now() time.Time { return s.broker.now() }

func (s *simulation) reader() reader {
	threads := map[string]*thread{}
	for _, t := range s.threads {
		threads[t.id] = t
	}
	return reader{s.cast, threads}
}

// tell adds a line to the history.
func (s *simulation) tell(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	for _, t := range s.threads {
		line = strings.ReplaceAll(line, t.id, t.label)
	}
	s.history = append(s.history, fmt.Sprintf("%3d %s %s", s.step, s.now().Format("02T15:04:05.000000"), line))
}

// fail ends the life with its history.
func (s *simulation) fail(format string, args ...any) {
	s.Helper()
	s.Logf("the history of seed %d:\n%s", s.seed, strings.Join(s.history, "\n"))
	s.Fatalf("seed %d, step %d: %s\nrun it again with: go test ./internal/chat/simulation -run TestSimulation -seed %d -v", s.seed, s.step, fmt.Sprintf(format, args...), s.seed)
}

// begin sets the scene: tenants that mostly allow, and subscribers.
func (s *simulation) begin() {
	s.enter(s.broker)
	for _, t := range s.tenants {
		t.enabled = true
		for i, r := range s.resources {
			t.allowed[r] = i == 0 || s.IntN(3) > 0
		}
		t.lifted = lifted{s.IntN(3) > 0, s.IntN(2) == 0, s.IntN(2) == 0, s.IntN(2) == 0}
		t.decree(s.broker)
	}
	_, s.head = s.broker.log(0)
	s.noteFlips()
	for _, u := range s.users {
		s.follow(actor{user: u}, u.name, false)
		s.follow(actor{user: u}, u.name+" of some", true)
	}
	for i, r := range s.resources {
		s.follow(actor{resource: r}, fmt.Sprintf("backend %d", i+1), false)
		s.follow(actor{resource: r}, fmt.Sprintf("backend %d of some", i+1), true)
	}
	s.Shuffle(len(s.subscribers), func(i, j int) {
		s.subscribers[i], s.subscribers[j] = s.subscribers[j], s.subscribers[i]
	})
	s.subscribers = s.subscribers[:2+s.IntN(5)]
}

func (s *simulation) follow(a actor, name string, few bool) {
	s.subscribers = append(s.subscribers, &subscriber{simulation: s, name: "stream of " + name, actor: a, few: few})
}

// noteFlips keeps when policy opened and closed to whom.
func (s *simulation) noteFlips() {
	for _, u := range s.users {
		for _, r := range s.resources {
			flips, open := u.flips[r], u.open(r)
			if u.teams() && (len(flips) == 0 || flips[len(flips)-1].open != open) {
				u.flips[r] = append(flips, flip{s.head, open})
			}
		}
	}
}

func pick[T any](s *simulation, of []T) T { return of[s.IntN(len(of))] }

// goOn does one thing.
func (s *simulation) goOn() {
	s.pass()
	switch n := s.IntN(100); {
	case n < 40 || len(s.threads) == 0:
		s.clientActs()
	case n < 50:
		s.retry()
	case n < 54:
		s.ghost()
	case n < 64:
		s.broker.handOut(s.stormy && s.IntN(10) == 0)
	case n < 82:
		pick(s, s.subscribers).take(1 + s.IntN(10))
	case n < 84:
		pick(s, s.subscribers).leave()
	case n < 90:
		s.look()
	case n < 94 && s.policies:
		s.decree()
	case n < 96:
		s.broker.hub.Tick()
	case n < 98:
		s.keepHouse()
	case n < 99:
		s.crash()
	default:
		s.types()
	}
}

// pass lets time pass: mostly little, sometimes days, now and then backwards.
func (s *simulation) pass() {
	d := time.Duration(s.IntN(2000)) * time.Microsecond
	switch n := s.IntN(300); {
	case n < 15:
		d = time.Duration(s.IntN(40)) * time.Second
	case n < 18:
		d = time.Duration(s.IntN(30)) * time.Hour
	case n < 20:
		d = time.Duration(1+s.IntN(9)) * 24 * time.Hour
	case n < 32:
		d = -time.Duration(s.IntN(3000)) * time.Millisecond
	case n < 36: // just after midnight, so that going back crosses it
		d = s.now().Truncate(24*time.Hour).AddDate(0, 0, 1).Sub(s.now()) + time.Duration(s.IntN(500))*time.Millisecond
	}
	s.broker.micros.Add(d.Microseconds())
}

// catch collects what streams that wait were given meanwhile.
func (s *simulation) catch() {
	synctest.Wait()
	for _, f := range s.subscribers {
		f.collect()
	}
}

// retry asks again for something that a client knows nothing about. Nobody does so for longer than keys are kept.
func (s *simulation) retry() {
	s.pending = slices.DeleteFunc(s.pending, func(p *pending) bool { return s.now().Sub(p.requests[0].since) > 20*time.Hour })
	if len(s.pending) == 0 {
		return
	}
	i := s.IntN(len(s.pending))
	p := s.pending[i]
	s.pending = slices.Delete(s.pending, i, i+1)
	s.ask(p.requests, p.ask)
}

// ghost repeats a request that was answered, as a network may.
func (s *simulation) ghost() {
	s.done = slices.DeleteFunc(s.done, func(r *request) bool { return r.key == "" || s.now().Sub(r.at) > 20*time.Hour })
	if len(s.done) > 0 {
		r := pick(s, s.done)
		s.attempt([]*request{r}, single(r))
	}
}

func (s *simulation) ask(requests []*request, ask asking) {
	unknown, done := s.attempt(requests, ask)
	if len(unknown) > 0 {
		s.pending = append(s.pending, &pending{unknown, ask})
	}
	s.done = append(s.done, done...)
}

// decree changes a policy.
func (s *simulation) decree() {
	t := pick(s, s.tenants)
	u := pick(s, slices.DeleteFunc(slices.Clone(s.users), func(u *user) bool { return !u.teams() }))
	switch s.IntN(5) {
	case 0:
		t.enabled = !t.enabled
		t.decree(s.broker)
		s.tell("%s enabled: %v", t.name, t.enabled)
	case 1, 2:
		r := s.IntN(2)
		t.allowed[s.resources[r]] = !t.allowed[s.resources[r]]
		t.decree(s.broker)
		s.tell("%s allows resource %d: %v", t.name, r+1, t.allowed[s.resources[r]])
	case 3:
		u.blocked = !u.blocked
		u.decree(s.broker)
		s.tell("%s blocked: %v", u.name, u.blocked)
	default:
		t.lifted = lifted{s.IntN(3) > 0, s.IntN(2) == 0, s.IntN(2) == 0, s.IntN(2) == 0}
		t.decree(s.broker)
		s.tell("%s lifts %+v", t.name, t.lifted)
	}
	s.sync()
}

// sync takes over where the log ends, after something that makes no event of chat.
func (s *simulation) sync() {
	log, head := s.broker.log(s.head)
	if s.head = head; len(log) > 0 {
		s.fail("there is an event that nobody asked for: %s", s.reader().event(log[0].event))
	}
	s.noteFlips()
}

// keepHouse does what is due: threads that were kept long enough end, and what was deleted is erased.
func (s *simulation) keepHouse() {
	most := 0
	var due []*thread
	for _, t := range s.threads {
		entries := 0
		for _, m := range t.messages {
			entries += 1 + len(m.versions)
		}
		most = max(most, entries)
		if at, ok := t.expires(); ok && !t.dead() && !at.After(s.now()) {
			due = append(due, t)
		}
	}
	for range 3 + most/100 {
		s.broker.must(s.broker.timers.Fire(s.Context()))
	}
	s.broker.must(s.broker.ledger.Sweep(s.Context()))
	log, head := s.broker.log(s.head)
	s.head = head
	s.tell("housekeeping: %d threads are due", len(due))
	var facts []*fact
	for _, c := range log {
		i := slices.IndexFunc(due, func(t *thread) bool { return t.id == c.event.GetThreadId() })
		if i < 0 {
			s.fail("retention made %s, which is not due", s.reader().event(c.event))
		}
		facts = append(facts, s.bury(due[i], nil, c.at))
		due = slices.Delete(due, i, i+1)
	}
	if len(due) > 0 {
		s.fail("%s was kept too long", due[0].label)
	}
	s.expect("retention", facts, log)
	for _, t := range s.threads {
		if t.dead() && !t.ended.After(s.now()) {
			t.erase(s.step)
		}
	}
}

// erase notes that the content of a thread is gone.
func (t *thread) erase(step int) {
	for _, m := range t.messages {
		if m.sender != nil && m.gone == 0 {
			m.gone = step
		}
	}
}

// crash stops the broker, now and then without warning. Everybody loses the connection.
func (s *simulation) crash() {
	orderly := s.IntN(2) == 0
	s.tell("the broker goes and comes back, in good order: %v", orderly)
	if orderly {
		s.broker.hub.Drain()
		s.catch()
	}
	for _, f := range s.subscribers {
		f.leave()
	}
	if orderly {
		s.broker.restart()
	} else {
		s.broker.crash()
	}
	s.sync()
}

// finish ends the bad weather, opens every policy and lets everybody have everything.
func (s *simulation) finish() {
	s.step++
	s.tell("the end begins")
	s.stormy = false
	for _, p := range s.pending {
		if s.now().Sub(p.requests[0].since) < 20*time.Hour {
			if unknown, _ := s.attempt(p.requests, p.ask); len(unknown) > 0 {
				s.fail("%s: no answer in fine weather", describe(unknown))
			}
		}
	}
	s.openAll()
	for s.broker.handOut(false) {
		s.catch()
	}
	s.catch()
	for _, f := range s.subscribers {
		for range 3 {
			f.take(100000)
		}
		f.collect()
		if !f.few || len(f.chosen) > 0 {
			f.complete(false)
		}
		f.hangUp()
	}
	s.keepHouse()
	for _, u := range s.users {
		s.listThreads(actor{user: u})
		for _, t := range s.threads {
			s.lookAll(actor{user: u}, t)
		}
	}
	for _, t := range s.threads {
		s.lookAll(actor{resource: t.resource}, t)
	}
	s.searchForWhatIsGone()
}

func (s *simulation) openAll() {
	for _, t := range s.tenants {
		t.enabled = true
		for _, r := range s.resources {
			t.allowed[r] = true
		}
		t.decree(s.broker)
		s.sync()
	}
	for _, u := range s.users {
		if u.blocked {
			u.blocked = false
			u.decree(s.broker)
			s.sync()
		}
	}
}

func (s *simulation) close() {
	for _, f := range s.subscribers {
		f.hangUp()
	}
	s.broker.close()
}

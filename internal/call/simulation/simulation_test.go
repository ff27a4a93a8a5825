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

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

var (
	oneSeed = flag.Int64("seed", -1, "run this seed only, and tell its history")
	seeds   = flag.Int("seeds", 0, "how many seeds to run; 0 is 1000, 100 with -short, and 20 on a database")
	first   = flag.Int64("first", 0, "the first seed")
)

var (
	ringTimes = []time.Duration{5 * time.Second, time.Minute, time.Minute, 2 * time.Minute}
	durations = []time.Duration{10 * time.Second, 5 * time.Minute, 5 * time.Minute, 24 * time.Hour, 24 * time.Hour}
)

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
	cell        *cell
	stormy      bool // whether storage fails
	policies    bool // whether policies change
	calls       []*conversation
	byID        map[string]*conversation
	inspected   map[*conversation]bool // whether an end was looked at
	facts       []*fact
	head        store.Position
	subscribers []*subscriber
	pending     []*request // a client knows nothing of what became of them
	done        []*request
	keys        int
	step        int
	history     []string
}

// live runs the life of a seed and returns its history.
func live(t *testing.T, seed uint64) (history []string) {
	empty := enginetest.NewDisk(t)
	synctest.Test(t, func(t *testing.T) {
		random := rand.New(rand.NewPCG(seed, 5))
		start := time.Date(2026, time.January, 5, random.IntN(24), random.IntN(60), 0, 0, time.UTC)
		s := &simulation{
			T: t, Rand: random, cast: newCast(), seed: seed, stormy: seed%4 != 0, policies: seed%3 != 0,
			cell: newCell(t, random, seed%2 == 1, start, empty), byID: map[string]*conversation{}, inspected: map[*conversation]bool{},
		}
		t.Cleanup(s.end)
		s.begin()
		for range 70 + s.IntN(90) {
			s.step++
			s.goOn()
			s.catch()
			s.inspect()
		}
		s.finish()
		history = s.history
	})
	return history
}

func pick[T any](s *simulation, of []T) T { return of[s.IntN(len(of))] }

// tell adds a line to the history.
func (s *simulation) tell(format string, args ...any) {
	line := fmt.Sprintf(format, args...)
	s.history = append(s.history, fmt.Sprintf("%3d %s %s", s.step, s.cell.now().Format("02T15:04:05.000000"), line))
}

// fail ends the life with its history.
func (s *simulation) fail(format string, args ...any) {
	s.Helper()
	s.Logf("the history of seed %d:\n%s", s.seed, strings.Join(s.history, "\n"))
	s.Fatalf("seed %d, step %d: %s\nrun it again with: make simulate OF=call SEED=%d", s.seed, s.step, fmt.Sprintf(format, args...), s.seed)
}

// begin sets the scene: a tenant that mostly allows, and subscribers.
func (s *simulation) begin() {
	s.enter(s.cell)
	s.rules = rules{true, true, s.IntN(2) == 0, s.IntN(3) > 0, s.IntN(2) == 0, s.IntN(2) == 0}
	s.rules.decree(s.cell)
	s.sync()
	for _, p := range s.parties {
		for _, d := range devices {
			s.follow(p, d)
		}
	}
	s.Shuffle(len(s.subscribers), func(i, j int) {
		s.subscribers[i], s.subscribers[j] = s.subscribers[j], s.subscribers[i]
	})
	s.subscribers = s.subscribers[:5+s.IntN(5)]
	s.follow(nil, "")
}

func (s *simulation) follow(p *party, device string, chosen ...*conversation) {
	name := "the backend's stream"
	if p != nil {
		name = p.name + "'s " + device
	}
	if len(chosen) > 0 {
		name += " for " + chosen[0].label
	}
	s.subscribers = append(s.subscribers, &subscriber{simulation: s, name: name, party: p, device: device, chosen: chosen})
}

// living are the brokers that are not dead.
func (s *simulation) living() (out []*broker) {
	for _, b := range s.cell.brokers {
		if !b.dead {
			out = append(out, b)
		}
	}
	return out
}

// goOn does one thing.
func (s *simulation) goOn() {
	s.pass()
	switch n := s.IntN(100); {
	case n < 50:
		s.clientActs()
	case n < 55:
		s.retry()
	case n < 58:
		s.ghost()
	case n < 68:
		pick(s, s.living()).handOut(s.stormy && s.IntN(10) == 0)
	case n < 78:
		pick(s, s.subscribers).take(1 + s.IntN(12))
	case n < 81:
		pick(s, s.subscribers).leave()
	case n < 85 && s.policies:
		s.decree()
	case n < 91:
		s.fire()
	case n < 94:
		s.renew(pick(s, s.living()))
	case n < 95:
		s.chooses()
	case n < 96:
		s.dies()
	case n < 97:
		if s.IntN(3) == 0 {
			s.crash()
		}
	case n < 99:
		s.settle()
	default:
		pick(s, s.living()).hub.Tick()
	}
}

// pass lets time pass: mostly little, now and then as long as something takes.
func (s *simulation) pass() {
	d := time.Duration(s.IntN(500)) * time.Millisecond
	switch n := s.IntN(200); {
	case n < 12:
		d = time.Duration(s.IntN(70)) * time.Second
	case n < 14:
		d = time.Duration(s.IntN(25)) * time.Hour
	}
	s.cell.micros.Add(d.Microseconds())
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
	s.pending = slices.DeleteFunc(s.pending, func(r *request) bool { return s.cell.now().Sub(r.since) > 20*time.Hour })
	if len(s.pending) == 0 {
		return
	}
	i := s.IntN(len(s.pending))
	r := s.pending[i]
	s.pending = slices.Delete(s.pending, i, i+1)
	s.ask(r)
}

// ghost repeats a request that was answered, as a network may.
func (s *simulation) ghost() {
	s.done = slices.DeleteFunc(s.done, func(r *request) bool { return s.cell.now().Sub(r.at) > 20*time.Hour })
	if len(s.done) > 0 {
		s.attempt(pick(s, s.done))
	}
}

// decree changes a policy.
func (s *simulation) decree() {
	switch s.IntN(6) {
	case 0:
		s.rules.enabled = !s.rules.enabled
	case 1:
		s.rules.allowed = !s.rules.allowed
	case 2:
		p := s.parties[4+s.IntN(3)]
		p.blocked = !p.blocked
		s.tell("%s is blocked: %v", p.name, p.blocked)
		p.decree(s.cell)
		s.sync()
		return
	default:
		s.rules.enabled, s.rules.allowed = true, true
		s.rules.groups, s.rules.routing, s.rules.recording, s.rules.external = s.IntN(2) == 0, s.IntN(3) > 0, s.IntN(2) == 0, s.IntN(2) == 0
	}
	s.tell("the tenant decides %+v", s.rules)
	s.rules.decree(s.cell)
	s.sync()
}

// fire does what is due. In bad weather some of it stays to be done.
func (s *simulation) fire() {
	s.tell("what is due is done")
	s.cell.faults.bad.Store(s.stormy && s.IntN(2) == 0)
	err := s.cell.timers.Fire(s.Context())
	fine := !s.cell.faults.bad.Swap(false)
	if err != nil && (fine || !isFault(err)) {
		s.fail("doing what is due failed: %v", err)
	}
	s.sync()
	for _, x := range s.subscribers { // the lease of a broker that has not renewed it may have ended
		if x.stream != nil && s.cell.shared && s.cell.now().Sub(x.stream.broker.renewed) > 14*time.Second {
			x.stream.sure = false
		}
	}
	if fine {
		s.overdue()
	}
}

// renew lets a broker renew its lease.
func (s *simulation) renew(b *broker) {
	s.tell("broker %s renews its lease", b.name)
	s.cell.faults.bad.Store(s.stormy && s.IntN(3) == 0)
	err := b.calls.Renew(s.Context())
	fine := !s.cell.faults.bad.Swap(false)
	if err != nil && (fine || !isFault(err)) {
		s.fail("broker %s: %v", b.name, err)
	}
	s.sync()
	if !fine {
		return
	}
	b.renewed = s.cell.now()
	for _, x := range s.subscribers {
		if x.stream != nil && x.stream.broker == b {
			x.stream.sure = true
			x.notice()
		}
	}
}

// chooses lets somebody follow one call.
func (s *simulation) chooses() {
	if len(s.calls) == 0 || len(s.subscribers) > 14 {
		return
	}
	c := pick(s, s.calls)
	if p := pick(s, c.legs).party; slices.Contains(s.parties, p) {
		s.follow(p, pick(s, devices), c)
	} else {
		s.follow(nil, "", c)
	}
}

// dies lets one of several brokers die without a word, and another start in its place.
func (s *simulation) dies() {
	if !s.cell.shared {
		return
	}
	i := s.IntN(2)
	b := s.cell.brokers[i]
	b.dead = true
	s.tell("broker %s dies", b.name)
	for _, x := range s.subscribers {
		if x.stream != nil && x.stream.broker == b {
			x.leave()
		}
	}
	b.stop()
	s.cell.brokers[i] = s.cell.start(b.name + "'")
	s.sync()
}

// crash takes the power of the whole cell away. Everybody loses the connection.
func (s *simulation) crash() {
	s.tell("the power goes and comes back")
	for _, b := range s.cell.brokers {
		b.dead = true
	}
	for _, x := range s.subscribers {
		x.leave()
	}
	s.cell.crash()
	s.sync()
}

// settle lets brokers that live do all their duties in fine weather, for long enough that leases of dead ones end. Then the legs
// whose device is there must not be lost, and those whose device has gone must be.
func (s *simulation) settle() {
	s.tell("it is quiet for a while")
	stormy := s.stormy
	s.stormy = false
	for range 4 {
		s.cell.micros.Add((5 * time.Second).Microseconds())
		for _, b := range s.living() {
			s.renew(b)
		}
		s.fire()
	}
	for _, b := range s.living() {
		s.renew(b)
	}
	s.stormy = stormy
	for _, c := range s.calls {
		for _, l := range c.living() {
			if !l.answers() {
				continue
			}
			there := s.watched(l.party, l.device)
			if there && !l.lostUntil.IsZero() {
				s.fail("%s: leg %s is lost, and its device is there", c.label, l.id)
			}
			if !there && l.watched && l.lostUntil.IsZero() {
				s.fail("%s: the device of leg %s is gone, and it is not lost", c.label, l.id)
			}
		}
	}
}

// finish ends the bad weather, lets everybody know everything and lets all calls end.
func (s *simulation) finish() {
	s.step++
	s.tell("the end begins")
	s.stormy = false
	for _, r := range s.pending {
		if s.cell.now().Sub(r.since) < 20*time.Hour && !s.attempt(r) {
			s.fail("%s: no answer in fine weather", r.about)
		}
	}
	s.settle()
	for _, x := range s.subscribers {
		if x.stream == nil {
			x.connect()
		}
	}
	for more := true; more; {
		more = false
		for _, b := range s.living() {
			more = b.handOut(false) || more
		}
		s.catch()
	}
	for _, x := range s.subscribers {
		for range 3 {
			x.take(100000)
		}
		x.complete()
	}
	s.inspect()
	s.over()
}

// over lets so much time pass that all calls end, and looks whether anything is left.
func (s *simulation) over() {
	for _, x := range s.subscribers {
		x.leave()
	}
	for range 4 {
		s.cell.micros.Add((25 * time.Hour).Microseconds())
		s.fire()
		for _, b := range s.living() {
			s.renew(b)
		}
	}
	s.inspect()
	for _, c := range s.calls {
		if !c.over() && s.endsBySelf(c) {
			s.fail("%s never ends: it is %v", c.label, c.state)
		}
	}
	s.cell.must(s.cell.disk.View(s.Context(), func(tx store.ReadTx) error { return s.nothingIsLeft(tx) }))
}

// endsBySelf reports whether a call has a timer that ends it.
func (s *simulation) endsBySelf(c *conversation) bool {
	return c.state != callConnects || slices.ContainsFunc(c.living(), func(l *leg) bool {
		return l.media == callv1.MediaMode_MEDIA_MODE_SIGNALLED && l.state == connecting
	})
}

func (s *simulation) end() {
	for _, x := range s.subscribers {
		if x.stream != nil {
			x.hangUp()
		}
	}
	s.cell.close()
}

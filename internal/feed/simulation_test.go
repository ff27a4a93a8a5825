package feed

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// TestSimulation runs random histories: one goroutine writes, lets the hub go on, and lets subscribers take what they
// have, stall, go away and come back by an earlier cursor, in an order that a seed decides. What each subscriber was given
// is compared with what the list of facts says. One history runs again with -run 'TestSimulation/^17$'.
func TestSimulation(t *testing.T) {
	runs := 2000
	if testing.Short() {
		runs = 300
	}
	for seed := range runs {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			simulate(t, uint64(seed))
		})
	}
}

var (
	simResources = []string{"r1", "r2", "r3"}
	simTopics    = []string{"r1/a", "r1/b", "r2/c", "r2/d", "r3/e"}
	simMembers   = []string{"ann", "bob", "eve"}
)

// simulation is one history.
type simulation struct {
	*world
	*rand.Rand
	reads       *interleaved
	gates       bool // whether flags are flipped
	facts       []fact
	subscribers []*subscriber
	notices     int
}

// subscriber is one stream of the simulation, across all the subscriptions that it takes.
type subscriber struct {
	*simulation
	audience Audience
	member   string                  // empty for a backend
	sees     func(topic string) bool // the topics that it is after

	stream     *Subscription // nil while it is away
	from       store.Position
	got        []store.Position
	marks      []mark
	lastNotice int
}

// mark is a cursor, and how much was given before it.
type mark struct {
	cursor []byte
	given  int
}

// simNotice is a notice, and the state of the hub when it was made.
type simNotice struct {
	id    int
	topic string
	since store.Position
	until store.Position
}

func simulate(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 1))
	sim := &simulation{Rand: r, gates: seed%2 == 0}
	sim.reads = &interleaved{Store: openStore(t), between: sim.meanwhile}
	sim.world = newWorldOn(t, sizes{
		batch: pick(sim, []int{1, 3, 16}), queue: pick(sim, []int{1, 4, 32}),
		page: pick(sim, []int{1, 3, 16}), pageBytes: pick(sim, []int{1, 100, 1 << 20}), scan: pick(sim, []int{1, 5, 40}),
	}, sim.reads)
	sim.cast()
	for range 60 + r.IntN(100) {
		sim.step()
	}
	sim.reads.busy = true
	sim.finish()
}

// goOn lets the hub hand out one batch. It reads alone: only subscriptions are disturbed.
func (sim *simulation) goOn() {
	sim.reads.busy = true
	sim.advance()
	sim.reads.busy = false
}

// meanwhile is what may happen between a read and what is done with it.
func (sim *simulation) meanwhile() {
	switch sim.IntN(16) {
	case 0:
		sim.writeSome()
	case 1:
		sim.dispatch()
	case 2:
		sim.writeSome()
		sim.dispatch()
	}
}

// cast makes the subscribers: each member with all its topics and with some, and backends.
func (sim *simulation) cast() {
	for _, m := range simMembers {
		strict := gated(m)
		if m == "ann" { // somebody whose content is also control
			strict.Control = append(strict.Control, "r1/a")
		}
		some := []string{pick(sim, simTopics), pick(sim, simTopics)}
		sim.subscribers = append(sim.subscribers,
			&subscriber{simulation: sim, member: m, audience: strict, sees: func(string) bool { return true }},
			&subscriber{simulation: sim, member: m, audience: chosen(m, some...), sees: func(t string) bool { return slices.Contains(some, t) }})
	}
	for _, rs := range [][]string{{"r1"}, {"r2", "r3"}} {
		sim.subscribers = append(sim.subscribers,
			&subscriber{simulation: sim, audience: backend(rs...), sees: func(t string) bool { return slices.Contains(rs, resourceOf(t)) }})
	}
	sim.Shuffle(len(sim.subscribers), func(i, j int) {
		sim.subscribers[i], sim.subscribers[j] = sim.subscribers[j], sim.subscribers[i]
	})
	sim.subscribers = sim.subscribers[:1+sim.IntN(4)]
}

func pick[T any](sim *simulation, of []T) T { return of[sim.IntN(len(of))] }

func (sim *simulation) step() {
	s := pick(sim, sim.subscribers)
	switch n := sim.IntN(31); {
	case n == 30:
		sim.index(1 + sim.IntN(20))
	case n < 8:
		sim.writeSome()
	case n < 15:
		sim.goOn()
	case n < 17:
		sim.notify()
	case n < 18:
		sim.time.Add(int64(beat))
	case n < 29:
		s.take(1 + sim.IntN(8))
	default:
		s.leave()
	}
}

// writeSome commits some facts.
func (sim *simulation) writeSome() {
	facts := make([]fact, 1+sim.IntN(3))
	for i := range facts {
		facts[i] = sim.fact()
	}
	sim.commit(facts...)
	sim.facts = append(sim.facts, facts...)
}

func (sim *simulation) fact() fact {
	topic, who := pick(sim, simTopics), pick(sim, simMembers)
	switch n := sim.IntN(20); {
	case n < 4:
		return admit(topic, who)
	case n < 6:
		return dismiss(topic, who)
	case n < 7:
		return dismiss(topic, simMembers...)
	case n < 8:
		f := say(topic) // in two topics, perhaps of two resources
		f.topics = append(f.topics, pick(sim, simTopics))
		return f
	case n < 9:
		f := say(topic)
		f.other = true
		return f
	case n < 10:
		return fact{topics: pick(sim, [][]string{{"elsewhere"}, nil}), resource: pick(sim, []string{"r9", "r1"})}
	case n < 12 && sim.gates:
		return sim.flip()
	default:
		return say(topic)
	}
}

// flip changes a flag, now and then with an entry that is also content.
func (sim *simulation) flip() fact {
	flag := closed(pick(sim, simResources))
	if sim.IntN(6) == 0 {
		flag = banned(pick(sim, simMembers))
	}
	f := raise(flag)
	if sim.IntN(5) < 3 {
		f = lower(flag)
	}
	if sim.IntN(4) == 0 {
		topic := pick(sim, simTopics)
		f.topics, f.resource = []string{topic, rules}, resourceOf(topic)
	}
	return f
}

func (sim *simulation) notify() {
	sim.notices++
	topic := pick(sim, simTopics)
	sim.hub.Notify(topic, resourceOf(topic), simNotice{sim.notices, topic, sim.hub.Position(), sim.head()})
}

func (sim *simulation) head() store.Position { return store.Position(len(sim.facts)) }

// isRaised reports whether a flag is raised at a position.
func (sim *simulation) isRaised(flag string, at store.Position) bool {
	for _, f := range slices.Backward(sim.facts[:at]) {
		if f.raises == flag || f.lowers == flag {
			return f.raises == flag
		}
	}
	return false
}

// opened reports whether a resource was open at any position from one to another.
func (sim *simulation) opened(resource string, from, to store.Position) bool {
	for at := from; at <= to; at++ {
		if !sim.isRaised(closed(resource), at) {
			return true
		}
	}
	return false
}

// finish opens everything, and lets everybody have all of it.
func (sim *simulation) finish() {
	for _, flag := range append(slices.Clone(simResources), simMembers...) {
		for _, f := range []fact{lower(closed(flag)), lower(banned(flag))} {
			sim.commit(f)
			sim.facts = append(sim.facts, f)
		}
	}
	sim.dispatch()
	for _, s := range sim.subscribers {
		s.take(1000)
		if s.stream == nil { // it had ended, or was away
			s.take(1000)
		}
		if want := s.expected(sim.head()); !slices.Equal(s.sorted(), want) && (s.stream != nil || !s.audience.Ends) {
			s.fail("was given %v, and not %v", s.got, want)
		}
		s.leave()
	}
	if h := sim.hub; len(h.all)+len(h.topics)+len(h.members) > 0 {
		sim.Fatalf("the hub keeps %v, %v and %v", h.all, h.topics, h.members)
	}
}

func (s *subscriber) fail(format string, args ...any) {
	s.Helper()
	for i, f := range s.facts {
		s.Logf("%d: %v %s +%v -%v raises %q lowers %q other %v", i+1, f.topics, f.resource, f.admits, f.dismisses, f.raises, f.lowers, f.other)
	}
	s.Fatalf("%s from %d: %s", s.audience.Name, s.from, fmt.Sprintf(format, args...))
}

// sorted is what was given in the order of the log.
func (s *subscriber) sorted() []store.Position { return slices.Sorted(slices.Values(s.got)) }

// expected is what a subscriber is to be given up to a position, by the list of facts alone.
func (s *subscriber) expected(upTo store.Position) (want []store.Position) {
	in := map[string]bool{}
	for i, f := range s.facts[:upTo] {
		p := store.Position(i + 1)
		if slices.Contains(f.admits, s.member) {
			in[f.topics[0]] = true
		}
		visible := func(t string) bool { return in[t] && s.sees(t) }
		if s.member == "" {
			visible = func(string) bool { return s.sees(f.resource) }
		}
		if p > s.from && !f.other && slices.ContainsFunc(f.topics, visible) {
			want = append(want, p)
		}
		if slices.Contains(f.dismisses, s.member) {
			delete(in, f.topics[0])
		}
	}
	return want
}

// topics are those that a member may see after a position.
func (s *subscriber) topics(at store.Position) (open []string) {
	for _, f := range s.facts[:at] {
		if slices.Contains(f.admits, s.member) && s.sees(f.topics[0]) && !slices.Contains(open, f.topics[0]) {
			open = append(open, f.topics[0])
		}
		if slices.Contains(f.dismisses, s.member) {
			open = slices.DeleteFunc(open, func(t string) bool { return t == f.topics[0] })
		}
	}
	return open
}

// leave goes away; the next take comes back, mostly from the last cursor.
func (s *subscriber) leave() {
	if s.stream != nil {
		s.stream.Close()
		s.stream = nil
	}
	if len(s.marks) > 0 && s.IntN(3) == 0 {
		s.marks = s.marks[:1+s.IntN(len(s.marks))]
	}
}

// come subscribes, from the last mark if there is one.
func (s *subscriber) come() {
	var start Start
	switch {
	case len(s.marks) > 0:
		m := s.marks[len(s.marks)-1]
		start.Cursor, s.got = m.cursor, s.got[:m.given]
	case s.IntN(2) == 0:
		start.Position, s.from = beginning, 0
	default:
		s.from = s.head()
	}
	s.stream = s.subscribe(s.audience, start)
}

// take takes up to n deliveries, or what there is.
func (s *subscriber) take(n int) {
	if s.stream == nil {
		s.come()
	}
	for range n {
		before := s.head()
		d, ok := s.stream.poll(s.Context())
		if !ok {
			s.checkIdle(before)
			return
		}
		switch {
		case d.Entry != nil:
			s.takeEntry(d)
		case d.Notice != nil:
			s.takeNotice(d.Notice)
		default:
			s.takeHeartbeat(d)
		}
	}
}

func (s *subscriber) takeEntry(d Delivery) {
	p := d.Entry.Position
	f := s.facts[p-1]
	for _, before := range s.got {
		if other := s.facts[before-1].resource; before >= p && (other == f.resource || !s.gates) {
			s.fail("was given %d after %v", p, s.got)
		}
	}
	if s.audience.Gate != nil && !s.opened(f.resource, p, s.head()) {
		s.fail("was given %d of %s, which is closed", p, f.resource)
	}
	s.got = append(s.got, p)
	s.marks = append(s.marks, mark{d.Cursor, len(s.got)})
}

func (s *subscriber) takeNotice(value any) {
	n, _ := value.(simNotice)
	if n.id <= s.lastNotice {
		s.fail("was given notice %d after %d", n.id, s.lastNotice)
	}
	s.lastNotice = n.id
	visible := s.member == "" && s.sees(n.topic)
	for at := n.since; at <= n.until; at++ {
		visible = visible || slices.Contains(s.topics(at), n.topic)
	}
	if !visible {
		s.fail("was given notice %d of %s at %d", n.id, n.topic, n.since)
	}
	if s.audience.Gate != nil && !s.opened(resourceOf(n.topic), n.since, s.head()) {
		s.fail("was given notice %d of %s, which is closed", n.id, n.topic)
	}
}

// takeHeartbeat checks that a heartbeat that says so comes after everything that there was.
func (s *subscriber) takeHeartbeat(d Delivery) {
	s.marks = append(s.marks, mark{d.Cursor, len(s.got)})
	if !d.CaughtUp {
		return
	}
	at, err := decode(d.Cursor, s.store.Epoch(), s.head(), s.stream.subscriber)
	if err != nil || at.position != s.head() {
		s.fail("a heartbeat at %d has cursor %v: %v", s.head(), at, err)
	}
	if s.lost(s.head()) != "" {
		s.fail("has lost its access at %d, but goes on", s.head())
	}
	s.complete(s.head())
}

// complete checks that what was not given up to a position is withheld.
func (s *subscriber) complete(upTo store.Position) {
	for _, p := range s.expected(upTo) {
		withheld := s.audience.Gate != nil && s.isRaised(closed(s.facts[p-1].resource), upTo)
		if !withheld && !slices.Contains(s.got, p) {
			s.fail("was not given %d at %d: %v", p, upTo, s.got)
		}
	}
}

// lost returns the flag that keeps everything from a subscriber at a position.
func (s *subscriber) lost(at store.Position) (flag string) {
	if s.audience.Gate == nil {
		return ""
	}
	if s.isRaised(banned(s.member), at) {
		return banned(s.member)
	}
	for _, t := range s.topics(at) {
		if flag = closed(resourceOf(t)); !s.isRaised(flag, at) {
			return ""
		}
	}
	return flag
}

// checkIdle checks that a stream that gives nothing has ended since a position for a good reason, or goes on for one.
func (s *subscriber) checkIdle(since store.Position) {
	err := s.stream.err
	if err == nil {
		if over := s.audience.Ends && len(s.topics(s.head())) == 0; over && s.hub.Position() == s.head() {
			s.fail("goes on with nothing left at %d", s.head())
		}
		return
	}
	s.leave()
	switch {
	case !reason.Is(err, typev1.Reason_REASON_ACCESS_LOST):
		s.fail("ended with %v", err)
	case s.audience.Ends:
		s.checkOver()
	default:
		for at := since; at <= s.head(); at++ {
			if s.lost(at) != "" {
				return
			}
		}
		s.fail("may see something, and ended with %v", err)
	}
}

// checkOver checks that a stream of chosen topics ended where none was left, with all of them given.
func (s *subscriber) checkOver() {
	for at := s.from; at <= s.head(); at++ {
		if len(s.topics(at)) == 0 && slices.Equal(s.got, s.expected(at)) {
			return
		}
	}
	s.fail("ended with %v", s.got)
}

package judge

import (
	"math"
	"slices"

	"github.com/parley-interop/parley/test/soak/journal"
)

// policy is who was shut out, and when. Each switch is by itself: the one of the tenant has the name "", the others those of users.
// A closed switch keeps its user apart, whatever the others say.
type policy map[string]*toggle

// toggle is one switch. It is open at first.
type toggle struct {
	flips []journal.Entry
	// sure are the times in which it was closed for sure: from the answer to a closing to the request to open. maybe are those in
	// which it may have been.
	sure, maybe []span
}

func (p policy) flip(e journal.Entry) {
	if p[e.Who] == nil {
		p[e.Who] = &toggle{}
	}
	p[e.Who].flips = append(p[e.Who].flips, e)
}

// sort works out the times, when all flips are known.
func (p policy) sort() {
	for _, s := range p {
		slices.SortFunc(s.flips, func(a, b journal.Entry) int { return int(a.At - b.At) })
		closed := false
		for _, e := range s.flips {
			switch {
			case e.Closed && !closed:
				s.sure = append(s.sure, span{e.At, math.MaxInt64})
				s.maybe = append(s.maybe, span{e.Began, math.MaxInt64})
			case !e.Closed && closed:
				s.sure[len(s.sure)-1].to = e.Began
				s.maybe[len(s.maybe)-1].to = e.At
			}
			closed = e.Closed
		}
	}
}

// closed reports whether a user of the tenant was shut out for sure during a whole time.
func (p policy) closed(who string, during span) bool {
	return p[""].within(during) || p[who].within(during)
}

// open reports whether a user of the tenant was let in for sure during a whole time.
func (p policy) open(who string, during span) bool {
	return !p[""].touches(during) && !p[who].touches(during)
}

func (s *toggle) within(during span) bool {
	if s == nil {
		return false
	}
	i, _ := slices.BinarySearchFunc(s.sure, during.from, func(x span, at int64) int {
		if x.to < at {
			return -1
		}
		return 1
	})
	return i < len(s.sure) && s.sure[i].from < during.from && during.to < s.sure[i].to
}

func (s *toggle) touches(during span) bool {
	return s != nil && slices.ContainsFunc(s.maybe, during.meets)
}

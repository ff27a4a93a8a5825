package feed

import (
	"slices"

	"github.com/parley-interop/parley/internal/store"
)

// sight is what a subscriber may see in a state, and in all others in which it sees the same.
type sight struct {
	spans   []Span
	byTopic map[string][]Span // made when the log is first looked through
	of      *sightMark
}

// sightName names the mark of an audience's sight, among what is derived from the state.
type sightName string

// sightMark is remembered for as long as nothing changes that a sight was read from. It is not the sight itself: that of somebody with
// many threads is large, and is needed only while it catches up.
type sightMark struct{ _ byte }

// look returns what may be seen in a state. While a subscription catches up it asks for each page, and keeps what it was told.
func (s *Subscription) look(tx store.ReadTx) (*sight, error) {
	if !s.attached || s.at.position >= s.upTo {
		spans, err := s.audience.Spans(tx)
		return &sight{spans: spans}, err
	}
	mark, err := store.Derived(tx, sightName(s.audience.Name), func(tx store.ReadTx, _ sightName) (*sightMark, error) {
		spans, err := s.audience.Spans(tx)
		s.sight = &sight{spans: spans, of: &sightMark{}}
		return s.sight.of, err
	})
	if err != nil {
		return nil, err
	}
	if s.sight == nil || s.sight.of != mark { // another subscription of the same audience has left the mark
		spans, err := s.audience.Spans(tx)
		if err != nil {
			return nil, err
		}
		s.sight = &sight{spans: spans, of: mark}
	}
	return s.sight, nil
}

// shows reports whether an entry is in one of the spans.
func (s *sight) shows(e *Entry) bool {
	if s.byTopic == nil {
		s.byTopic = map[string][]Span{}
		for _, span := range s.spans {
			s.byTopic[span.Topic] = append(s.byTopic[span.Topic], span)
		}
	}
	return slices.ContainsFunc(topicsOf(e.Record), func(topic string) bool {
		return slices.ContainsFunc(s.byTopic[topic], func(span Span) bool { return span.holds(e.Position) })
	})
}

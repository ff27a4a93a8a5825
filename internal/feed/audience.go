// Package feed turns the log into streams. A hub reads the log once and hands entries to the subscriptions that may see
// them; a subscription that starts behind, or falls behind, reads the store until it has caught up. Both ways give the
// same entries in the same order, and a cursor says where to go on.
//
// The package knows topics and positions. What a topic means, and who may see it, its users say by an Audience.
package feed

import (
	"math"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/store"
)

// Entry is one entry of the log, decoded once and shared by every subscription: it must not be changed.
type Entry struct {
	Position store.Position
	Record   *recordv1.Entry

	size int // as it is stored, in bytes
}

// Span is a part of a topic that may be seen.
type Span struct {
	// Topic is what is followed. Within gives the topic of everything of one resource.
	Topic string
	// From and To are the first and the last position that may be seen; a To of 0 is open.
	From, To store.Position
	// Resource is the resource that the topic belongs to. A stream ends when Gate is closed for those of all open spans.
	Resource string
}

func (s Span) open() bool { return s.To == 0 }

func (s Span) holds(p store.Position) bool { return p >= s.From && p <= s.end() }

func (s Span) end() store.Position {
	if s.open() {
		return math.MaxUint64
	}
	return s.To
}

// within marks the topics that stand for all entries of a resource. They are not written into entries, nor indexed.
const within = "within:"

// Within is the topic of every entry that concerns a resource.
func Within(resourceID string) string { return within + resourceID }

// Audience says what one subscriber may see. Its functions read one consistent state, have no effect, and may be called
// at any time from the goroutine that calls Next, or from one that sends for Follow.
type Audience struct {
	// Name names the subscriber and its filter: a cursor works for the same name only, and in one state the spans of a name are the same.
	Name string
	// Member is by what name entries admit and dismiss the subscriber; empty if none do.
	Member string
	// Wants says whether the subscriber wants a topic that it is admitted to later; nil wants all.
	Wants func(topic string) bool
	// Spans returns everything that the subscriber may see, what is over included. Between two states, spans differ only
	// by entries that admit the member to their first topic, each of which begins a span at its own position, and by
	// entries that dismiss it, each of which is the last of a span.
	Spans func(tx store.ReadTx) ([]Span, error)
	// Selects says whether an entry of a span is for this kind of stream at all.
	Selects func(*recordv1.Entry) bool
	// Control are topics whose entries are not sent, but make the subscription ask Check and Gate again.
	Control []string
	// Check returns an error once the subscriber may not be here any more; the stream then ends with ACCESS_LOST. It is
	// also asked with every heartbeat. nil is never asked.
	Check func(tx store.ReadTx) error
	// Gate returns an error while the entries of a resource are to be withheld. They are sent when it opens again.
	// nil withholds none.
	Gate func(tx store.ReadTx, resourceID string) error
	// Ends says that the stream ends with ACCESS_LOST when no span is open any more, as for a list of chosen topics.
	Ends bool
}

func (a *Audience) wants(topic string) bool { return a.Wants == nil || a.Wants(topic) }

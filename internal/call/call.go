// Package call is the domain of calls: who may call whom, where each call and each of its legs stands, and what is written
// when that changes. A table of states and inputs says what may happen; every change is one transaction that moves the
// state and appends the events which all streams are made of. Media is none of its business, but the signals are.
package call

import (
	"cmp"
	"crypto/rand"
	"strings"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/limit"
	"github.com/parley-interop/parley/internal/reason"
)

// Bounds of calls, as the contract states them.
const (
	// MaxContext is the largest sum of the keys and values of a custom context, in bytes.
	MaxContext = 4 << 10
	// MaxLiveLegs is how many legs may live in a call at one time.
	MaxLiveLegs = 32
	// MaxLegs is how many legs a call may have over its life.
	MaxLegs = 200
	// MaxRedirections is how often a call may be redirected.
	MaxRedirections = 5
	// MaxSignals is how many signals a leg may send to one other.
	MaxSignals = 1000
)

// Times that the contract states as defaults.
const (
	defaultRing     = time.Minute
	defaultDuration = 24 * time.Hour
	connectTime     = time.Minute
	graceTime       = 30 * time.Second
)

// Pace is how much one user may do.
type Pace struct {
	// PerSecond is how many requests to one call, or that make somebody ring, a user may send in a second in the long run. It
	// is counted by each broker on its own. 0 means 1000.
	PerSecond int
	// Burst is how many of them may come at once after a pause. 0 means 5000.
	Burst int
}

func (p Pace) withDefaults() Pace {
	return Pace{PerSecond: cmp.Or(p.PerSecond, 1000), Burst: cmp.Or(p.Burst, 5000)}
}

// Service is the call domain on one store. It may be used by any number of goroutines.
type Service struct {
	ledger  *ledger.Ledger
	hub     *feed.Hub
	limiter *limit.Limiter
	pace    Pace
	// run names this run of the broker in what it notes of the devices that are connected to it.
	run string
}

// New returns the call domain. Its streams come from a hub on the same store.
func New(l *ledger.Ledger, h *feed.Hub, p Pace) *Service {
	return &Service{ledger: l, hub: h, limiter: limit.New(l.Now), pace: p.withDefaults(), run: rand.Text()}
}

// mutation is a request that changes something.
type mutation interface {
	proto.Message
	GetIdempotencyKey() string
}

// write describes a mutation of CallService.
func write(c access.Caller, fullMethod string, r mutation, reads ...[]byte) ledger.Write {
	return ledger.Write{Caller: c, Method: strings.TrimPrefix(fullMethod, "/"), Request: r, Key: r.GetIdempotencyKey(), Reads: reads}
}

// meter refuses what is too much for one user in one call; without a call, too many new ones.
func (s *Service) meter(c access.Caller, callID string) error {
	if wait := s.limiter.Take(c.Name()+" "+callID, 1, s.pace.PerSecond, s.pace.Burst); wait > 0 {
		return reason.New(typev1.Reason_REASON_RATE_LIMITED, "more than %d requests a second of one user to one call", s.pace.PerSecond).Retry(wait)
	}
	return nil
}

// checkContext refuses a custom context above its bound.
func checkContext(context map[string]string) error {
	size := 0
	for k, v := range context {
		size += len(k) + len(v)
	}
	if size > MaxContext {
		return reason.New(typev1.Reason_REASON_CUSTOM_CONTEXT_TOO_LARGE, "custom_context has %d bytes of keys and values, at most %d are allowed", size, MaxContext)
	}
	return nil
}

func stamp(t time.Time) *timestamppb.Timestamp { return timestamppb.New(t) }

// encode makes the bytes of an event that every subscriber is sent.
func encode(e *callv1.CallEvent) ([]byte, error) { return proto.Marshal(e) }

// canonical is the form in which ids are stored; the contract takes GUIDs in either case.
func canonical(id string) string { return strings.ToLower(id) }

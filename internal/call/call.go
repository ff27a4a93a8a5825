// Package call is the domain of calls: who may call whom, where each call and each of its legs stands, and what is written
// when that changes. A table of states and inputs says what may happen; every change is one transaction that moves the
// state and appends the events which all streams are made of. Media is none of its business, but the signals are.
package call

import (
	"cmp"
	"log/slog"
	"slices"
	"strings"
	"sync"
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

// defaultDuration is how long a call may last that says nothing of it.
const defaultDuration = 24 * time.Hour

// Times are how long the broker waits. What a call was started with holds for all of it.
type Times struct {
	// Ring is how long a party rings where the request says nothing of it. 0 means a minute.
	Ring time.Duration
	// Connect is how long a leg that has answered may take to have media. 0 means a minute.
	Connect time.Duration
	// LostGrace is how long the device of a leg may be lost. 0 means 30 seconds.
	LostGrace time.Duration
}

var usualTimes = Times{Ring: time.Minute, Connect: time.Minute, LostGrace: 30 * time.Second}

func (t Times) withDefaults() Times {
	return Times{Ring: cmp.Or(t.Ring, usualTimes.Ring), Connect: cmp.Or(t.Connect, usualTimes.Connect), LostGrace: cmp.Or(t.LostGrace, usualTimes.LostGrace)}
}

// orUsual is a time that a call keeps, in microseconds, or the usual one where it keeps none.
func orUsual(micros int64, usual time.Duration) time.Duration {
	return cmp.Or(time.Duration(micros)*time.Microsecond, usual)
}

// Options are what the deployment decides.
type Options struct {
	Pace  Pace
	Times Times
	// Log takes what goes wrong beside the requests; nil is slog.Default.
	Log *slog.Logger
}

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
	times   Times
	log     *slog.Logger
	relay   Relay // nil where there is none

	// shared says that other brokers may use the store.
	shared  bool
	devices *devices
	// leasing is held while a lease is taken.
	leasing sync.Mutex
}

// New returns the call domain. Its streams come from a hub on the same store. Run must run beside it.
func New(l *ledger.Ledger, h *feed.Hub, o Options) *Service {
	return &Service{
		ledger: l, hub: h, limiter: limit.New(l.Now), pace: o.Pace.withDefaults(), times: o.Times.withDefaults(),
		log: cmp.Or(o.Log, slog.Default()), shared: l.Store().Broadcasts() != nil, devices: newDevices(),
	}
}

// mutation is a request that changes something.
type mutation interface {
	proto.Message
	GetIdempotencyKey() string
}

// write describes a mutation of CallService.
func write(c access.Caller, fullMethod string, r mutation, reads ...[]byte) ledger.Write {
	return ledger.Write{Caller: c, Method: strings.TrimPrefix(fullMethod, "/"), Request: r, Key: r.GetIdempotencyKey(), Reads: slices.Values(reads)}
}

// meter refuses what is too much for one user in one call; without a call, too many new ones.
func (s *Service) meter(c access.Caller, callID string) error {
	if wait := s.limiter.Take(limit.Name{Kind: "call", Of: c.Name(), In: callID}, 1, s.pace.PerSecond, s.pace.Burst); wait > 0 {
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

package call

import (
	"context"
	"slices"
	"strings"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/limit"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Relay carries media between legs that have no direct path.
type Relay interface {
	// Grant returns where the relay is and a credential for the leg of a user, which dies with the leg.
	// An error is QUOTA_EXCEEDED where the user has as much in use as it may have.
	Grant(callID, legID, user string) (*callv1.GetRelayConfigurationResponse, error)
}

// UseRelay gives the calls a relay. It is called once at most, before anything is served.
func (s *Service) UseRelay(r Relay) { s.relay = r }

// How many credentials a user may ask for in a second in the long run, and at once after a pause.
const (
	credentialsPerSecond = 100
	credentialBurst      = 500
)

// GetRelayConfiguration returns the relay and a credential for the caller's leg.
func (s *Service) GetRelayConfiguration(ctx context.Context, c access.Caller, r *callv1.GetRelayConfigurationRequest) (*callv1.GetRelayConfigurationResponse, error) {
	if wait := s.limiter.Take(limit.Name{Kind: "relay", Of: c.Name()}, 1, credentialsPerSecond, credentialBurst); wait > 0 {
		return nil, reason.New(typev1.Reason_REASON_RATE_LIMITED, "more than %d credentials a second of one user", credentialsPerSecond).Retry(wait)
	}
	var own *callv1.Leg
	err := s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		stored, err := look(tx, c, r.GetCallId())
		if err != nil {
			return err
		}
		seen := &change{record: stored, call: stored.GetCall()}
		own = seen.legOf(c.User.Raw())
		_, err = seen.ask(relayMedia, roleOf(own), own)
		return err
	})
	if err != nil {
		return nil, err
	}
	if s.relay == nil {
		return nil, reason.New(typev1.Reason_REASON_RELAY_DISABLED, "this deployment has no relay: its operator can switch one on with --relay-listen")
	}
	return s.relay.Grant(canonical(r.GetCallId()), own.GetLegId(), c.User.Raw())
}

// LegLives reports whether a leg lives.
func (s *Service) LegLives(ctx context.Context, callID, legID string) (lives bool, err error) {
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		stored, err := record.Get[recordv1.Call](tx, key.Call(callID))
		lives = slices.ContainsFunc(stored.GetCall().GetLegs(), func(l *callv1.Leg) bool { return l.GetLegId() == legID && live(l) })
		return err
	})
	return lives, err
}

// watchInterval is how often the end of a leg is looked for although no event has told of it.
const watchInterval = 10 * time.Minute

// AwaitLegEnd returns nil when a leg has ended, or was never there. An error is that of the context, of the store or of the
// feed, as when the broker drains; then the end is not known.
func (s *Service) AwaitLegEnd(ctx context.Context, callID, legID string) error {
	lives, err := s.LegLives(ctx, callID, legID)
	if !lives || err != nil {
		return err
	}
	events, err := s.hub.Subscribe(ctx, eventsOf(callID), feed.Start{}, watchInterval)
	if err != nil {
		return err
	}
	defer events.Close()
	// The first delivery is a heartbeat, so an end before the subscription is seen as well.
	for lives {
		if _, err := events.Next(ctx); err != nil {
			return err
		}
		if lives, err = s.LegLives(ctx, callID, legID); err != nil {
			return err
		}
	}
	return nil
}

// eventsOf are the numbered events of a call, for the broker itself.
func eventsOf(callID string) feed.Audience {
	topic := event.Call(callID)
	return feed.Audience{
		Name:    strings.Join([]string{"call", "broker", callID}, "\x00"),
		Spans:   func(store.ReadTx) ([]feed.Span, error) { return []feed.Span{{Topic: topic, From: 1}}, nil },
		Selects: func(e *recordv1.Entry) bool { return e.GetCall() != nil && e.GetAddressee() == nil },
	}
}

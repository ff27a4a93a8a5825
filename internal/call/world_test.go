package call_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/emptypb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
	"github.com/parley-interop/parley/internal/timer"
)

const (
	tenantID   = "7e000000-0000-4000-8000-000000000001"
	resourceID = "4e000000-0000-4000-8000-000000000001"
)

// tester is a test, or one run of a property.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// world is the call domain on a store of its own, with a clock that a test moves.
type world struct {
	*call.Service

	t      tester
	ctx    context.Context
	ledger *ledger.Ledger
	hub    *feed.Hub
	runner *timer.Runner
	now    time.Time
	// tick is how far the clock moves whenever it is read.
	tick time.Duration
	// people is how many users a test has made that makes many.
	people int
}

func newWorld(t testing.TB) *world {
	t.Helper()
	return newWorldOn(t, ledgertest.New(t).Store())
}

func newWorldOn(t testing.TB, s store.Store) *world {
	t.Helper()
	w := &world{t: t, ctx: t.Context(), now: time.Date(2026, time.January, 5, 9, 0, 0, 0, time.UTC)}
	w.ledger = ledger.New(s, func() time.Time {
		if w.tick > 0 {
			w.now = w.now.Add(w.tick)
		}
		return w.now
	})
	w.hub = feed.NewHub(w.ledger.Store(), feed.Options{Log: slog.New(slog.DiscardHandler)})
	w.runner = timer.NewRunner(w.ledger, call.Timers(), slog.New(slog.DiscardHandler))
	w.restart()
	w.set(key.Resource(resourceID), &recordv1.Resource{Resource: &adminv1.Resource{ResourceId: resourceID}})
	w.set(key.Tenant(tenantID), &recordv1.Tenant{Tenant: &adminv1.Tenant{TenantId: tenantID}})
	w.federate(true, false)
	return w
}

// restart begins another run of the broker on the same store.
func (w *world) restart() {
	w.t.Helper()
	w.Service = call.New(w.ledger, w.hub, call.Options{Pace: call.Pace{PerSecond: 1 << 20, Burst: 1 << 20}, Log: slog.New(slog.DiscardHandler)})
	w.must(w.Recover(w.ctx))
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) set(k []byte, m proto.Message) {
	w.t.Helper()
	w.must(w.ledger.Store().Update(w.ctx, func(tx store.Tx) error { return record.Set(tx, k, m) }))
}

// federate opens or closes the tenant for the resource, with or without what makes groups possible.
func (w *world) federate(enabled, groups bool) {
	w.t.Helper()
	w.configure(enabled, &policyv1.InteropCapabilities{GroupCalls: groups, Routing: groups, TeamsUsersAddExternal: groups})
}

// lift opens the tenant and lifts rules.
func (w *world) lift(capabilities *policyv1.InteropCapabilities) {
	w.t.Helper()
	w.configure(true, capabilities)
}

// configure sets the tenant's configuration, as the policy engine does it.
func (w *world) configure(enabled bool, capabilities *policyv1.InteropCapabilities) {
	w.t.Helper()
	_, err := ledger.Do(w.ctx, w.ledger, ledger.Write{Method: "test"}, func(tx *ledger.Tx) (*emptypb.Empty, error) {
		f := &policyv1.FederationConfiguration{
			TenantId: tenantID, EnableAcsUsers: enabled, AllowedAcsResources: []string{resourceID},
			Capabilities: capabilities,
		}
		if err := record.Set(tx.Tx, key.Federation(tenantID), &recordv1.FederationConfiguration{Configuration: f}); err != nil {
			return nil, err
		}
		return &emptypb.Empty{}, call.Revoke(tx, tenantID)
	})
	w.must(err)
}

// user makes the nth communication user.
func (w *world) user(n int) access.Caller {
	w.t.Helper()
	id := identifier.NewCommunicationUser(resourceID, fmt.Sprintf("05000000-0000-4000-8000-%012d", n))
	w.set(key.User(resourceID, id.Local()), &recordv1.User{User: &identityv1.User{Identifier: id.Proto()}})
	return access.Caller{Kind: typev1.CallerKind_CALLER_KIND_COMMUNICATION_USER, ResourceID: resourceID, User: id, ExpireTime: w.now.Add(1e6 * time.Hour)}
}

// teamsUser makes the nth Teams user.
func (w *world) teamsUser(n int) access.Caller {
	w.t.Helper()
	id := identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, fmt.Sprintf("06000000-0000-4000-8000-%012d", n))
	w.set(key.TenantUser(tenantID, id.Local()), &recordv1.TenantUser{User: &directoryv1.TenantUser{
		TenantId: tenantID, UserId: id.Local(), Cloud: typev1.Cloud_CLOUD_PUBLIC, Identifier: id.Proto(),
		CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_TEAMS_ONLY,
	}})
	w.must(w.ledger.Store().Update(w.ctx, func(tx store.Tx) error { tx.Set(key.TenantOf(id.Local()), []byte(tenantID)); return nil }))
	return access.Caller{Kind: typev1.CallerKind_CALLER_KIND_TENANT_USER, TenantID: tenantID, User: id, ExpireTime: w.now.Add(1e6 * time.Hour)}
}

// pass lets time pass, and does what is due on the way.
func (w *world) pass(d time.Duration) {
	w.t.Helper()
	w.now = w.now.Add(d)
	w.must(w.runner.Fire(w.ctx))
}

// start starts a call with a mode of media.
func (w *world) start(c access.Caller, media callv1.MediaMode, targets ...access.Caller) *callv1.Call {
	w.t.Helper()
	r := &callv1.StartCallRequest{MediaMode: media, DeviceId: "d"}
	for _, target := range targets {
		r.Targets = append(r.Targets, target.User.Proto())
	}
	started, err := w.StartCall(w.ctx, c, r)
	w.must(err)
	return started.GetCall()
}

func (w *world) answer(c access.Caller, media callv1.MediaMode, callID string) {
	w.t.Helper()
	_, err := w.AnswerCall(w.ctx, c, &callv1.AnswerCallRequest{CallId: callID, MediaMode: media, DeviceId: "d"})
	w.must(err)
}

// listen opens a stream of a device.
func (w *world) listen(c access.Caller, device string) *call.Stream {
	w.t.Helper()
	s, err := w.Subscribe(w.ctx, c, &callv1.SubscribeRequest{DeviceId: device})
	w.must(err)
	return s
}

func (w *world) stored(callID string) *recordv1.Call {
	w.t.Helper()
	var stored *recordv1.Call
	w.view(func(tx store.ReadTx) (err error) {
		stored, err = record.Get[recordv1.Call](tx, key.Call(callID))
		return err
	})
	return stored
}

func (w *world) view(fn func(tx store.ReadTx) error) {
	w.t.Helper()
	w.must(w.ledger.Store().View(w.ctx, fn))
}

// timers lists what is due, by the id of the call.
func (w *world) timers() map[string][]string {
	w.t.Helper()
	out := map[string][]string{}
	w.view(func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(key.TimersUntil(1 << 62)) {
			if err != nil {
				return err
			}
			due, kind, subject, _ := key.ReadTimer(pair.Key)
			callID, legID, _ := strings.Cut(subject, " ")
			out[callID] = append(out[callID], fmt.Sprint(kind, " ", legID, " ", due))
		}
		return nil
	})
	return out
}

// events lists the events of each call, and fails for a log that cannot be read.
func (w *world) events() map[string][]*callv1.CallEvent {
	w.t.Helper()
	return w.eventsAfter(0)
}

// eventsAfter lists the events of each call after a position of the log.
func (w *world) eventsAfter(after store.Position) map[string][]*callv1.CallEvent {
	w.t.Helper()
	out := map[string][]*callv1.CallEvent{}
	w.view(func(tx store.ReadTx) error {
		for stored, err := range tx.Entries(after, 0) {
			if err != nil {
				return err
			}
			entry, err := event.Decode(stored.Content)
			if err != nil {
				return err
			}
			if entry.GetCall() == nil {
				continue
			}
			e := &callv1.CallEvent{}
			if err := proto.Unmarshal(entry.GetCall(), e); err != nil {
				return errors.Join(err, fmt.Errorf("the event at %d", stored.Position))
			}
			out[e.GetCallId()] = append(out[e.GetCallId()], e)
		}
		return nil
	})
	return out
}

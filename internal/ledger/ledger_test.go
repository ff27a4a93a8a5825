package ledger_test

import (
	"fmt"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

type clock struct{ now time.Time }

func (c *clock) tell() time.Time { return c.now }

// counter is a mutation that answers how often it ran.
type counter struct {
	ledger *ledger.Ledger
	ran    int
}

func (c *counter) do(t *testing.T, caller access.Caller, idempotencyKey, content string) (*chatv1.SendMessageResponse, error) {
	t.Helper()
	w := ledger.Write{Caller: caller, Method: "test/Count", Request: &chatv1.SendMessageRequest{Content: content}, Key: idempotencyKey}
	return ledger.Do(t.Context(), c.ledger, w, func(tx *ledger.Tx) (*chatv1.SendMessageResponse, error) {
		c.ran++
		return &chatv1.SendMessageResponse{MessageId: fmt.Sprint(c.ran), Commit: tx.Commit()}, nil
	})
}

var resource = access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: "r", KeyID: "k"}

func TestAKeyIsKeptForADayAtLeast(t *testing.T) {
	// A minute before midnight is where a key by the calendar would be forgotten soonest.
	c := &clock{now: time.Date(2026, 1, 5, 23, 59, 0, 0, time.UTC)}
	n := &counter{ledger: ledger.New(ledgertest.New(t).Store(), c.tell)}
	first, err := n.do(t, resource, "k", "x")
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []time.Duration{0, 2 * time.Minute, 23 * time.Hour, 58 * time.Minute} {
		c.now = c.now.Add(after)
		if err := n.ledger.Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		if again, err := n.do(t, resource, "k", "x"); err != nil || !proto.Equal(first, again) {
			t.Errorf("at %v it answers %v, %v", c.now, again, err)
		}
	}
	c.now = c.now.Add(48 * time.Hour)
	if err := n.ledger.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	err = n.ledger.Store().View(t.Context(), func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(key.IdempotencyBefore(1 << 40)) {
			t.Errorf("after the sweep %q is left, %v", pair.Key, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAKeyBelongsToOneCallerAndOneRequest(t *testing.T) {
	n := &counter{ledger: ledgertest.New(t)}
	for _, caller := range []access.Caller{resource, {Kind: resource.Kind, ResourceID: "other"}, {TenantID: "r"}} {
		if r, err := n.do(t, caller, "k", "x"); err != nil || r.GetMessageId() != fmt.Sprint(n.ran) {
			t.Errorf("%s is answered %v, %v", caller.Name(), r, err)
		}
	}
	if n.ran != 3 {
		t.Errorf("it ran %d times", n.ran)
	}
	rotated := resource
	rotated.KeyID = "another key of the same resource"
	if _, err := n.do(t, rotated, "k", "x"); err != nil || n.ran != 3 {
		t.Errorf("after a rotation it ran %d times, %v", n.ran, err)
	}
	if _, err := n.do(t, resource, "k", "y"); !reason.Is(err, typev1.Reason_REASON_IDEMPOTENCY_KEY_REUSED) {
		t.Errorf("another request with the key: %v", err)
	}
	for range 2 {
		if _, err := n.do(t, resource, "", "x"); err != nil {
			t.Fatal(err)
		}
	}
	if n.ran != 5 {
		t.Errorf("without a key it ran %d times", n.ran)
	}
}

func TestDoAllRefusesOneAlone(t *testing.T) {
	l := ledgertest.New(t)
	writes := make([]ledger.Write, 4)
	for i := range writes {
		writes[i] = ledger.Write{Caller: resource, Method: "test/Many", Request: &chatv1.SendMessageRequest{Content: fmt.Sprint(i)}, Key: fmt.Sprint(i)}
	}
	refuse := true
	run := func() []ledger.Result[*chatv1.SendMessageResponse] {
		t.Helper()
		results, err := ledger.DoAll(t.Context(), l, writes, func() {}, func(tx *ledger.Tx, i int) (*chatv1.SendMessageResponse, error) {
			if i == 2 && refuse {
				return nil, reason.New(typev1.Reason_REASON_MESSAGE_EMPTY, "empty")
			}
			p, err := tx.Publish(&recordv1.Entry{ResourceId: "r", Topics: []string{"t"}}, "s")
			return &chatv1.SendMessageResponse{SequenceId: int64(p)}, err
		})
		if err != nil {
			t.Fatal(err)
		}
		return results
	}
	for i, r := range run() {
		if (r.Refusal != nil) != (i == 2) || (r.Response != nil) == (i == 2) {
			t.Errorf("%d: %v, %v", i, r.Response, r.Refusal)
		}
	}
	refuse = false
	for i, r := range run() {
		if want := []int64{1, 2, 4, 3}[i]; r.Response.GetSequenceId() != want {
			t.Errorf("again, %d is at %d, want %d", i, r.Response.GetSequenceId(), want)
		}
	}
}

func TestEntriesOfKeysAreAudited(t *testing.T) {
	l := ledgertest.New(t)
	tests := []struct {
		name   string
		caller access.Caller
		want   bool
	}{
		{"a key", resource, true},
		{"a token", access.Caller{ResourceID: "r"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var entry *recordv1.Entry
			_, err := ledger.Do(t.Context(), l, ledger.Write{Caller: tt.caller, Method: "test/Audit"}, func(tx *ledger.Tx) (*chatv1.SendMessageResponse, error) {
				p, err := tx.Publish(&recordv1.Entry{ResourceId: "r", Topics: []string{"t"}}, "subject")
				if err == nil {
					entry, err = event.Read(tx, p)
				}
				return &chatv1.SendMessageResponse{}, err
			})
			if err != nil {
				t.Fatal(err)
			}
			if got := len(entry.GetTopics()) == 3 && entry.GetTopics()[1] == event.Audit && entry.GetTopics()[2] == event.AuditOf("r"); got != tt.want {
				t.Errorf("topics are %v", entry.GetTopics())
			}
			var actor *recordv1.Actor
			if tt.want {
				actor = tt.caller.Actor("test/Audit", "subject")
			}
			if !proto.Equal(entry.GetActor(), actor) || entry.GetTime() == 0 {
				t.Errorf("the entry is %v", entry)
			}
		})
	}
}

func TestRevisions(t *testing.T) {
	l := ledgertest.New(t)
	r, err := ledger.Do(t.Context(), l, ledger.Write{Caller: resource, Method: "test/Revision"}, func(tx *ledger.Tx) (*chatv1.SendMessageResponse, error) {
		_, err := tx.Publish(&recordv1.Entry{}, "")
		return &chatv1.SendMessageResponse{Commit: tx.Commit()}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	for revision, ok := range map[string]bool{"": true, r.GetCommit().GetRevision(): true, "zz": false, "!": false, "-1": false} {
		err := l.Store().View(t.Context(), func(tx store.ReadTx) error { return ledger.CheckRevision(tx, revision) })
		if ok != (err == nil) || !ok && !reason.Is(err, typev1.Reason_REASON_REVISION_INVALID) {
			t.Errorf("revision %q: %v", revision, err)
		}
	}
}

// TestAKeyIsKnownWhenTheClockIsSetBackOverMidnight: answers are kept by the day, and the day may be that of tomorrow.
func TestAKeyIsKnownWhenTheClockIsSetBackOverMidnight(t *testing.T) {
	c := &clock{now: time.Date(2026, 1, 6, 0, 0, 1, 0, time.UTC)}
	n := &counter{ledger: ledger.New(ledgertest.New(t).Store(), c.tell)}
	first, err := n.do(t, resource, "k", "x")
	if err != nil {
		t.Fatal(err)
	}
	c.now = c.now.Add(-2 * time.Second)
	if again, err := n.do(t, resource, "k", "x"); err != nil || !proto.Equal(first, again) {
		t.Errorf("it answers %v, %v, and first %v", again, err, first)
	}
	if n.ran != 1 {
		t.Errorf("it ran %d times", n.ran)
	}
}

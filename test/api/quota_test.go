package api_test

import (
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	"github.com/parley-interop/parley/server/broker"
)

// wantRetry makes sure that an error says when to try again.
func wantRetry(t *testing.T, err error) {
	t.Helper()
	for _, d := range status.Convert(err).Details() {
		if info, ok := d.(*errdetails.RetryInfo); ok && info.GetRetryDelay().AsDuration() > 0 {
			return
		}
	}
	t.Errorf("%v does not say when to try again", err)
}

func trySend(t *testing.T, c chatv1.ChatServiceClient, threadID string) error {
	t.Helper()
	_, err := c.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: threadID, Content: "x"})
	return err
}

func TestRateOfAUserInAThread(t *testing.T) {
	w := newWorld(t, func(c *broker.Config) { c.MessagesPerSecond, c.MessageBurst = 1, 5 })
	_, a := w.user("")
	bID, b := w.user("")
	one, two := thread(t, a, bID), thread(t, a)
	var err error
	sent := 0
	for err == nil && sent < 100 {
		if err = trySend(t, a, one); err == nil {
			sent++
		}
	}
	wantReason(t, err, codes.ResourceExhausted, "RATE_LIMITED")
	wantRetry(t, err)
	if sent < 5 {
		t.Errorf("only %d were let through at once", sent)
	}
	must(t, trySend(t, a, two))
	must(t, trySend(t, b, one))
}

func TestRateOfCreatingThreads(t *testing.T) {
	w := newWorld(t, func(c *broker.Config) { c.MessagesPerSecond, c.MessageBurst = 1, 5 })
	_, a := w.user("")
	_, b := w.user("")
	err := w.untilRefused(func() error {
		_, err := a.CreateThread(t.Context(), &chatv1.CreateThreadRequest{})
		return err
	})
	wantReason(t, err, codes.ResourceExhausted, "RATE_LIMITED")
	wantRetry(t, err)
	thread(t, b)
}

// untilRefused does something up to 100 times, until it is refused.
func (w *world) untilRefused(do func() error) error {
	for range 100 {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

// TestTeamsUsersDrawOnTheQuotaOfTheResource: those of a tenant have no quota of their own, and who has nothing to do with a thread
// cannot use up that of its resource.
func TestTeamsUsersDrawOnTheQuotaOfTheResource(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	ada, stranger := w.teamsUser(teamsOID), w.teamsUser(otherOID)
	id := thread(t, a, "8:orgid:"+teamsOID)
	w.setQuotas(&adminv1.Quotas{MaxMessagesPerSecond: 5})
	for range 50 {
		wantReason(t, trySend(t, stranger, id), codes.NotFound, "THREAD_NOT_FOUND")
	}
	for range 5 {
		must(t, trySend(t, a, id))
	}
	w.setQuotas(&adminv1.Quotas{MaxMessagesPerSecond: 1})
	err := w.untilRefused(func() error { return trySend(t, ada, id) })
	wantReason(t, err, codes.ResourceExhausted, "QUOTA_EXCEEDED")
	wantRetry(t, err)
	stream, err := ada.SendMessages(t.Context())
	must(t, err)
	err = w.untilRefused(func() error {
		must(t, stream.Send(&chatv1.SendMessagesRequest{Message: &chatv1.SendMessageRequest{ThreadId: id, Content: "x"}}))
		r, err := stream.Recv()
		must(t, err)
		return status.FromProto(r.GetError()).Err()
	})
	wantReason(t, err, codes.ResourceExhausted, "QUOTA_EXCEEDED")
	wantRetry(t, err)
}

func (w *world) setQuotas(q *adminv1.Quotas) {
	w.t.Helper()
	_, err := adminv1.NewAdminServiceClient(w.Conn(w.t, w.Credentials.OperatorKey)).UpdateResource(w.t.Context(), &adminv1.UpdateResourceRequest{
		Resource: &adminv1.Resource{ResourceId: w.Credentials.ResourceID, Quotas: q}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"quotas"}},
	})
	must(w.t, err)
}

func TestQuotasOfAResource(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	id := thread(t, a)
	w.setQuotas(&adminv1.Quotas{MaxMessagesPerSecond: 1})
	err := w.untilRefused(func() error { return trySend(t, a, id) })
	wantReason(t, err, codes.ResourceExhausted, "QUOTA_EXCEEDED")
	wantRetry(t, err)

	w.setQuotas(&adminv1.Quotas{MaxThreads: 2, MaxUsers: 2})
	thread(t, a)
	_, err = a.CreateThread(t.Context(), &chatv1.CreateThreadRequest{})
	wantReason(t, err, codes.ResourceExhausted, "QUOTA_EXCEEDED")
	_, err = a.DeleteThread(t.Context(), &chatv1.DeleteThreadRequest{ThreadId: id})
	must(t, err)
	thread(t, a)

	w.user("")
	_, err = identityv1.NewIdentityServiceClient(w.backend).CreateUser(t.Context(), &identityv1.CreateUserRequest{})
	wantReason(t, err, codes.ResourceExhausted, "QUOTA_EXCEEDED")
}

package parley_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"

	parley "github.com/parley-interop/parley/clients/go"
	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

func TestVersion(t *testing.T) {
	content, err := os.ReadFile(root + "/VERSION")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(content)); got != parley.Version {
		t.Errorf("VERSION has %s and the package %s", got, parley.Version)
	}
}

func TestErrors(t *testing.T) {
	anna, _ := newUser(t, connect(t), "Anna")
	_, err := anna.Chat.GetThread(t.Context(), &chatv1.GetThreadRequest{ThreadId: "19:nothing@thread.v2"})
	if !errors.Is(err, parley.ErrNotFound) || errors.Is(err, parley.ErrPermissionDenied) {
		t.Errorf("%v is not of the kind ErrNotFound alone", err)
	}
	if got := parley.ReasonOf(err); got != typev1.Reason_REASON_THREAD_NOT_FOUND {
		t.Errorf("the reason of %v is %v", err, got)
	}
	if e, ok := errors.AsType[*parley.Error](err); !ok || e.RequestID == "" {
		t.Errorf("%v does not name the request", err)
	}
	if !strings.Contains(err.Error(), "THREAD_NOT_FOUND") {
		t.Errorf("the text %q does not have the reason", err)
	}
	_, err = anna.Chat.CreateThread(t.Context(), &chatv1.CreateThreadRequest{Topic: strings.Repeat("x", 257)})
	var invalid *parley.Error
	if !errors.As(err, &invalid) || len(invalid.Violations) != 1 || invalid.Violations[0].Field != "topic" {
		t.Errorf("%#v does not name the field topic", err)
	}
}

func TestConnectRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		address    string
		credential parley.Credential
		options    []parley.Option
		want       string
	}{
		"no credential":           {"127.0.0.1:7755", nil, nil, "credential"},
		"authorities without PEM": {"127.0.0.1:7755", parley.Bearer("k"), []parley.Option{parley.WithAuthorities([]byte("nonsense"))}, "PEM"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parley.Connect(test.address, test.credential, test.options...)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error %v does not speak of %s", err, test.want)
			}
		})
	}
}

func TestContextOfACall(t *testing.T) {
	backend := connect(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := backend.Identity.GetCaller(ctx, &identityv1.GetCallerRequest{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled call fails with %v", err)
	}
	ctx, cancel = context.WithTimeout(t.Context(), time.Nanosecond)
	defer cancel()
	_, err = backend.Identity.GetCaller(ctx, &identityv1.GetCallerRequest{})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a call without time fails with %v", err)
	}
}

// keys records the idempotency keys of what is sent.
type keys struct {
	mu   sync.Mutex
	seen []string
}

func (k *keys) intercept(ctx context.Context, method string, request, answer any, conn *grpc.ClientConn, next grpc.UnaryInvoker, opts ...grpc.CallOption) error {
	if r, ok := request.(interface{ GetIdempotencyKey() string }); ok {
		k.mu.Lock()
		k.seen = append(k.seen, r.GetIdempotencyKey())
		k.mu.Unlock()
	}
	return next(ctx, method, request, answer, conn, opts...)
}

func TestIdempotencyKeys(t *testing.T) {
	var sent keys
	anna, _ := newUser(t, connect(t, parley.WithDialOptions(grpc.WithUnaryInterceptor(sent.intercept))), "Anna")
	thread := newThread(t, anna)
	sent.seen = nil
	request := &chatv1.SendMessageRequest{ThreadId: thread, Content: "Hello"}
	for range 2 {
		if _, err := anna.Chat.SendMessage(t.Context(), request); err != nil {
			t.Fatal(err)
		}
	}
	if len(sent.seen) != 2 || sent.seen[0] == "" || sent.seen[0] == sent.seen[1] {
		t.Errorf("two calls were sent with the keys %q", sent.seen)
	}
	if request.GetIdempotencyKey() != "" {
		t.Errorf("the request of the caller was changed: %v", request)
	}
}

func TestStreamOfEvents(t *testing.T) {
	anna, _ := newUser(t, connect(t), "Anna")
	thread := newThread(t, anna)
	for _, text := range []string{"one", "two"} {
		if _, err := anna.Chat.Send(t.Context(), thread, text); err != nil {
			t.Fatal(err)
		}
	}
	var texts []string
	events := anna.Chat.Follow(t.Context(), parley.FromBeginning(), parley.Only(thread))
	for r, err := range events.Events() {
		if err != nil {
			t.Fatal(err)
		}
		if m := r.GetEvent().GetMessageSent().GetMessage(); m != nil {
			texts = append(texts, m.GetContent())
		}
		if len(texts) == 2 {
			break
		}
	}
	if strings.Join(texts, " ") != "one two" {
		t.Errorf("the stream tells of %q", texts)
	}
	for r, err := range events.Events() {
		t.Errorf("a stream that was left goes on with %v, %v", r, err)
	}
}

func TestStreamUntilCaughtUp(t *testing.T) {
	anna, _ := newUser(t, connect(t), "Anna")
	thread := newThread(t, anna)
	read := func(events *parley.Stream[*chatv1.SubscribeResponse]) (texts []string) {
		for r, err := range events.UntilCaughtUp().Events() {
			if err != nil {
				t.Fatal(err)
			}
			if m := r.GetEvent().GetMessageSent().GetMessage(); m != nil {
				texts = append(texts, m.GetContent())
			}
		}
		return texts
	}
	send := func(text string) {
		if _, err := anna.Chat.Send(t.Context(), thread, text); err != nil {
			t.Fatal(err)
		}
	}
	send("one")
	events := anna.Chat.Follow(t.Context(), parley.FromBeginning())
	if got := read(events); !slices.Equal(got, []string{"one"}) {
		t.Errorf("from the beginning there are %q", got)
	}
	if _, err := events.Next(); err != io.EOF { //nolint:errorlint // Next returns it as it is.
		t.Errorf("after the end Next returns %v", err)
	}
	send("two")
	if got := read(anna.Chat.Follow(t.Context(), parley.FromCursor(events.Cursor()))); !slices.Equal(got, []string{"two"}) {
		t.Errorf("from the cursor there are %q", got)
	}
	if got := read(anna.Chat.Follow(t.Context())); got != nil {
		t.Errorf("from now on there are %q", got)
	}
}

func TestStreamEndsWithItsContext(t *testing.T) {
	anna, _ := newUser(t, connect(t), "Anna")
	ctx, cancel := context.WithCancel(t.Context())
	events := anna.Chat.Follow(ctx)
	context.AfterFunc(ctx, events.Close)
	cancel()
	for _, err := range anna.Chat.Follow(ctx).Events() {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the stream ends with %v", err)
		}
	}
}

func TestHeartbeatThatIsTooShort(t *testing.T) {
	anna, _ := newUser(t, connect(t), "Anna")
	events := anna.Chat.Follow(t.Context(), parley.Heartbeat(time.Microsecond))
	defer events.Close()
	if _, err := events.Next(); !errors.Is(err, parley.ErrInvalidArgument) {
		t.Errorf("the stream fails with %v", err)
	}
}

func TestStreamThatNeverReachesTheBroker(t *testing.T) {
	client, err := parley.Connect("127.0.0.1:1", parley.Bearer("k"), parley.WithMaxAttempts(2))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	events := client.Chat.Follow(t.Context())
	defer events.Close()
	if _, err := events.Next(); !errors.Is(err, parley.ErrUnavailable) {
		t.Errorf("the stream fails with %v", err)
	}
}

func TestSender(t *testing.T) {
	anna, _ := newUser(t, connect(t), "Anna")
	thread := newThread(t, anna)
	sender := anna.Chat.Sender(t.Context(), 8)
	var waiting []*parley.Pending
	for range 100 {
		p, err := sender.Send(t.Context(), &chatv1.SendMessageRequest{ThreadId: thread, Content: "m"})
		if err != nil {
			t.Fatal(err)
		}
		waiting = append(waiting, p)
	}
	if err := sender.Close(); err != nil {
		t.Fatal(err)
	}
	for i, p := range waiting {
		sent, err := p.Wait(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		// Two messages of the system come first.
		if sent.GetSequenceId() != int64(i)+3 {
			t.Fatalf("message %d is number %d of the thread", i, sent.GetSequenceId())
		}
	}
	if _, err := sender.Send(t.Context(), &chatv1.SendMessageRequest{}); !errors.Is(err, parley.ErrFailedPrecondition) {
		t.Errorf("sending after Close fails with %v", err)
	}
}

func TestSenderWithoutAccess(t *testing.T) {
	b := needBroker(t)
	client, err := parley.Connect(b.Address, parley.Bearer("parley_rk_nonsense"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	sender := client.Chat.Sender(t.Context(), 0)
	p, err := sender.Send(t.Context(), &chatv1.SendMessageRequest{ThreadId: "t", Content: "m"})
	if err == nil {
		_, err = p.Wait(t.Context())
	}
	if !errors.Is(err, parley.ErrUnauthenticated) {
		t.Errorf("the message fails with %v", err)
	}
	if err := sender.Close(); !errors.Is(err, parley.ErrUnauthenticated) {
		t.Errorf("the sender fails with %v", err)
	}
}

func TestPages(t *testing.T) {
	anna, _ := newUser(t, connect(t), "Anna")
	want := map[string]bool{newThread(t, anna): true, newThread(t, anna): true, newThread(t, anna): true}
	for thread, err := range anna.Chat.Threads(t.Context(), &chatv1.ListThreadsRequest{PageSize: 1}) {
		if err != nil {
			t.Fatal(err)
		}
		delete(want, thread.GetThreadId())
	}
	if len(want) > 0 {
		t.Errorf("%d threads were not listed", len(want))
	}
	count := 0
	for _, err := range anna.Chat.Threads(t.Context(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		count++
		break
	}
	if count != 1 {
		t.Errorf("a nil request lists %d threads before the loop is left", count)
	}
}

func TestIncomingCall(t *testing.T) {
	backend := connect(t)
	anna, _ := newUser(t, backend, "Anna")
	ben, benID := newUser(t, backend, "Ben")
	calls := ben.Calls.Follow(t.Context(), parley.OnDevice("phone"), parley.FromBeginning())
	defer calls.Close()
	target := []*typev1.CommunicationIdentifier{{RawId: benID}}
	started, err := anna.Calls.StartCall(t.Context(), &callv1.StartCallRequest{Targets: target})
	if err != nil {
		t.Fatal(err)
	}
	r, err := calls.Next()
	if err != nil {
		t.Fatal(err)
	}
	incoming, err := calls.Incoming(r)
	if err != nil || incoming == nil || incoming.Call.GetCallId() != started.GetCall().GetCallId() {
		t.Fatalf("the first event is %v, and as an incoming call %v, %v", r, incoming, err)
	}
	answered, err := incoming.Answer(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := answered.GetCall().GetLegs()[1].GetDeviceId(); got != "phone" {
		t.Errorf("the device %q has answered", got)
	}
	if _, err := incoming.Reject(t.Context(), nil); parley.ReasonOf(err) != typev1.Reason_REASON_CALL_ALREADY_ANSWERED {
		t.Errorf("rejecting after the answer fails with %v", err)
	}
	ended, err := incoming.HangUp(t.Context(), nil)
	if err != nil || ended.GetCall().GetState() != callv1.CallState_CALL_STATE_ENDED {
		t.Errorf("hanging up answers %v, %v", ended, err)
	}
}

func TestImportAndWatch(t *testing.T) {
	admin := newTenant(t)
	prefix := fmt.Sprintf("%08x-1111-4111-8111-", rand.Uint32())
	users := func(yield func(*directoryv1.TenantUser) bool) {
		for i := range 2500 {
			id := fmt.Sprintf("%s%012d", prefix, i)
			if !yield(&directoryv1.TenantUser{UserId: id, UserPrincipalName: id + "@contoso.example", DisplayName: "Teams"}) {
				return
			}
		}
	}
	var steps []int
	answer, err := admin.Directory.Import(t.Context(), "", users, func(sent int) { steps = append(steps, sent) })
	if err != nil || answer.GetCreatedCount() != 2500 {
		t.Fatalf("the import answers %v, %v", answer, err)
	}
	if len(steps) != 3 || steps[2] != 2500 {
		t.Errorf("the progress was %v", steps)
	}
	changes := admin.Policy.Watch(t.Context(), parley.FromBeginning())
	defer changes.Close()
	if _, err := admin.Policy.CreateExternalAccessPolicy(t.Context(), &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: "Sales"}}); err != nil {
		t.Fatal(err)
	}
	if r, err := changes.Next(); err != nil || r.GetEvent().GetPolicySet().GetName() != "Sales" {
		t.Errorf("the watcher sees %v, %v", r, err)
	}
}

// newTenant makes a tenant and returns the client of its administrator.
func newTenant(t *testing.T) *parley.Client {
	t.Helper()
	b := needBroker(t)
	operator, err := parley.Connect(b.Address, parley.Bearer(b.OperatorKey))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = operator.Close() }()
	tenant, err := operator.Admin.CreateTenant(t.Context(), &adminv1.CreateTenantRequest{Tenant: &adminv1.Tenant{DisplayName: "Contoso"}})
	if err != nil {
		t.Fatal(err)
	}
	admin, err := parley.Connect(b.Address, parley.Bearer(tenant.GetKey().GetSecret()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = admin.Close() })
	return admin
}

func TestTokensAreAskedForOnce(t *testing.T) {
	b, backend := needBroker(t), connect(t)
	_, rawID := newUser(t, backend, "Anna")
	asked := 0
	source := parley.Tokens(func(ctx context.Context) (parley.Token, error) {
		asked++
		issued, err := backend.Identity.IssueToken(ctx, &identityv1.IssueTokenRequest{Identifier: &typev1.CommunicationIdentifier{RawId: rawID}, Scopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT}})
		return parley.Token{Text: issued.GetAccessToken().GetToken()}, err
	})
	anna, err := parley.Connect(b.Address, source)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = anna.Close() }()
	var calls sync.WaitGroup
	for range 8 {
		calls.Go(func() {
			caller, err := anna.Identity.GetCaller(t.Context(), &identityv1.GetCallerRequest{})
			if err != nil || caller.GetIdentifier().GetRawId() != rawID {
				t.Errorf("the caller is %v, %v", caller, err)
			}
		})
	}
	calls.Wait()
	if asked != 1 {
		t.Errorf("the provider was asked %d times", asked)
	}
}

func TestProviderThatFails(t *testing.T) {
	b := needBroker(t)
	errVault := errors.New("the vault is closed")
	client, err := parley.Connect(b.Address, parley.Tokens(func(context.Context) (parley.Token, error) { return parley.Token{}, errVault }))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	_, err = client.Identity.GetCaller(t.Context(), &identityv1.GetCallerRequest{})
	if !errors.Is(err, errVault) || !errors.Is(err, parley.ErrUnauthenticated) {
		t.Errorf("the call fails with %v", err)
	}
}

func TestErrorForOthers(t *testing.T) {
	err := error(&parley.Error{Code: codes.NotFound, Reason: "SOMETHING_NEW", Message: "nothing there"})
	if got := parley.ReasonOf(err); got != typev1.Reason_REASON_UNSPECIFIED {
		t.Errorf("an unknown reason is %v", got)
	}
	for text, want := range map[string]string{"": "", "AQI_": "\x01\x02\x3f", "no cursor": ""} {
		expired := &parley.Error{Reason: "CURSOR_EXPIRED", Metadata: map[string]string{"oldest_cursor": text}}
		if got := expired.OldestCursor(); string(got) != want {
			t.Errorf("the oldest cursor of %q is %q, want %q", text, got, want)
		}
	}
	if !strings.Contains(err.Error(), "SOMETHING_NEW") {
		t.Errorf("the text %q does not have the reason", err)
	}
}

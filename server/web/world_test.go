package web_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"connectrpc.com/connect"
	"google.golang.org/genproto/googleapis/rpc/errdetails"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/server/broker"
	"github.com/parley-interop/parley/server/brokertest"
)

// world is a broker with a user and a thread of hers, as a client of one protocol sees it.
type world struct {
	*brokertest.Broker

	http    connect.HTTPClient
	options []connect.ClientOption
	key     string
	user    string
	thread  string
}

// protocols are the ways in which the tests speak to the broker.
var protocols = []struct {
	name    string
	h2c     bool
	options []connect.ClientOption
}{
	{name: "gRPC-Web over HTTP/1.1", options: []connect.ClientOption{connect.WithGRPCWeb()}},
	{name: "gRPC-Web over HTTP/2", h2c: true, options: []connect.ClientOption{connect.WithGRPCWeb()}},
	{name: "Connect over HTTP/1.1"},
	{name: "Connect over HTTP/2", h2c: true},
	{name: "Connect with JSON", options: []connect.ClientOption{connect.WithProtoJSON()}},
	{name: "gRPC over HTTP/2", h2c: true, options: []connect.ClientOption{connect.WithGRPC()}},
}

// eachProtocol runs a test for each protocol against a broker of its own.
func eachProtocol(t *testing.T, test func(*testing.T, *world)) {
	t.Helper()
	for _, p := range protocols {
		t.Run(p.name, func(t *testing.T) {
			test(t, newWorld(t, p.h2c, p.options))
		})
	}
}

func newWorld(t *testing.T, h2c bool, options []connect.ClientOption, changes ...func(*broker.Config)) *world {
	t.Helper()
	b := brokertest.Start(t, append([]func(*broker.Config){listen}, changes...)...)
	w := &world{Broker: b, options: options, key: b.Credentials.ResourceKeys[0], http: httpClient(t, h2c)}
	user := must(t, w, identityv1.IdentityService_CreateUser_FullMethodName, &identityv1.CreateUserRequest{}, &identityv1.CreateUserResponse{})
	w.user = user.GetUser().GetIdentifier().GetRawId()
	w.thread = must(t, w, chatv1.ChatService_CreateThread_FullMethodName, &chatv1.CreateThreadRequest{}, &chatv1.CreateThreadResponse{}).GetThread().GetThreadId()
	return w
}

func listen(c *broker.Config) {
	c.HTTPListen = "127.0.0.1:0"
	c.DrainTimeout = time.Minute
}

// httpClient returns a client whose connections end with the test, before its broker does.
func httpClient(t *testing.T, h2c bool) *http.Client {
	t.Helper()
	transport := &http.Transport{Protocols: &http.Protocols{}}
	transport.Protocols.SetHTTP1(!h2c)
	transport.Protocols.SetUnencryptedHTTP2(h2c)
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

func (w *world) url(method string) string { return "http://" + w.WebAddress + method }

// header are the fields of a request of the backend, which acts as the user once there is one.
func (w *world) header() http.Header {
	h := http.Header{}
	if w.key != "" {
		h.Set("Authorization", "Bearer "+w.key)
	}
	if w.user != "" {
		h.Set("Parley-Act-As", w.user)
	}
	return h
}

// ask makes a unary call.
func ask[Q, A any](t *testing.T, w *world, method string, request *Q, _ *A) (*A, error) {
	t.Helper()
	r := connect.NewRequest(request)
	for name, values := range w.header() {
		r.Header()[name] = values
	}
	answer, err := connect.NewClient[Q, A](w.http, w.url(method), w.options...).CallUnary(t.Context(), r)
	if err != nil {
		return nil, err
	}
	return answer.Msg, nil
}

// must makes a unary call that succeeds.
func must[Q, A any](t *testing.T, w *world, method string, request *Q, kind *A) *A {
	t.Helper()
	answer, err := ask(t, w, method, request, kind)
	if err != nil {
		t.Fatalf("%s: %v", method, err)
	}
	return answer
}

func (w *world) send(t *testing.T, content string) {
	t.Helper()
	must(t, w, chatv1.ChatService_SendMessage_FullMethodName, &chatv1.SendMessageRequest{ThreadId: w.thread, Content: content}, &chatv1.SendMessageResponse{})
}

type stream = connect.ServerStreamForClient[chatv1.SubscribeResponse]

// subscribe opens a stream, which ends with the context.
func (w *world) subscribe(ctx context.Context, t *testing.T, request *chatv1.SubscribeRequest) *stream {
	t.Helper()
	r := connect.NewRequest(request)
	for name, values := range w.header() {
		r.Header()[name] = values
	}
	s, err := connect.NewClient[chatv1.SubscribeRequest, chatv1.SubscribeResponse](w.http, w.url(chatv1.ChatService_Subscribe_FullMethodName), w.options...).CallServerStream(ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// nextContent returns the content of the next message of a stream and the cursor after it.
func nextContent(t *testing.T, s *stream) (string, []byte) {
	t.Helper()
	for s.Receive() {
		if sent := s.Msg().GetEvent().GetMessageSent(); sent != nil {
			return sent.GetMessage().GetContent(), s.Msg().GetCursor()
		}
	}
	t.Fatalf("the stream ended: %v", s.Err())
	return "", nil
}

// wantReason checks that an error has a code, and a reason in its details.
func wantReason(t *testing.T, err error, code connect.Code, reason typev1.Reason) {
	t.Helper()
	if got := connect.CodeOf(err); err == nil || got != code {
		t.Fatalf("got %v, want the code %v", err, code)
	}
	want := reason.String()[len("REASON_"):]
	if info, ok := detail[*errdetails.ErrorInfo](err); !ok || info.GetReason() != want || info.GetDomain() != "parley" {
		t.Errorf("got the ErrorInfo %v of %v, want the reason %s", info, err, want)
	}
}

// detail returns the first detail of a type.
func detail[D any](err error) (D, bool) {
	var none D
	e, ok := asConnect(err)
	if !ok {
		return none, false
	}
	for _, d := range e.Details() {
		if value, err := d.Value(); err == nil {
			if found, ok := value.(D); ok {
				return found, true
			}
		}
	}
	return none, false
}

package web_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"connectrpc.com/connect"
	"go.uber.org/goleak"
	"google.golang.org/genproto/googleapis/rpc/errdetails"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
	"github.com/parley-interop/parley/server/broker"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(onAnyEngine{m}) }

// onAnyEngine runs the tests on the engine that enginetest says.
type onAnyEngine struct{ *testing.M }

// Run returns the exit code.
func (m onAnyEngine) Run() int { return enginetest.Run(m.M) }

func asConnect(err error) (*connect.Error, bool) { return errors.AsType[*connect.Error](err) }

func TestErrorsHaveTheirDetails(t *testing.T) {
	eachProtocol(t, func(t *testing.T, w *world) {
		_, err := ask(t, w, chatv1.ChatService_GetThread_FullMethodName, &chatv1.GetThreadRequest{ThreadId: "19:none@thread.v2"}, &chatv1.GetThreadResponse{})
		wantReason(t, err, connect.CodeNotFound, typev1.Reason_REASON_THREAD_NOT_FOUND)

		_, err = ask(t, w, chatv1.ChatService_GetThread_FullMethodName, &chatv1.GetThreadRequest{}, &chatv1.GetThreadResponse{})
		wantReason(t, err, connect.CodeInvalidArgument, typev1.Reason_REASON_INVALID_FIELD)
		if bad, ok := detail[*errdetails.BadRequest](err); !ok || bad.GetFieldViolations()[0].GetField() != "thread_id" {
			t.Errorf("got the BadRequest %v, want one of thread_id", bad)
		}
		if e, _ := asConnect(err); e.Meta().Get("X-Request-Id") == "" {
			t.Errorf("got the fields %v, want an x-request-id", e.Meta())
		}

		_, err = ask(t, w, chatv1.ChatService_SendMessage_FullMethodName, &chatv1.SendMessageRequest{ThreadId: w.thread, Content: strings.Repeat("x", 28<<10+1)}, &chatv1.SendMessageResponse{})
		wantReason(t, err, connect.CodeInvalidArgument, typev1.Reason_REASON_MESSAGE_TOO_LARGE)
	})
}

func TestNobodyGetsInWithoutCredential(t *testing.T) {
	eachProtocol(t, func(t *testing.T, w *world) {
		w.key = ""
		_, err := ask(t, w, identityv1.IdentityService_GetCaller_FullMethodName, &identityv1.GetCallerRequest{}, &identityv1.GetCallerResponse{})
		wantReason(t, err, connect.CodeUnauthenticated, typev1.Reason_REASON_CREDENTIAL_MISSING)
		s := w.subscribe(t.Context(), t, &chatv1.SubscribeRequest{})
		if s.Receive() {
			t.Fatalf("got %v, want no stream", s.Msg())
		}
		wantReason(t, s.Err(), connect.CodeUnauthenticated, typev1.Reason_REASON_CREDENTIAL_MISSING)
	})
}

func TestStreamIsLiveAndResumes(t *testing.T) {
	eachProtocol(t, func(t *testing.T, w *world) {
		ctx, cancel := context.WithCancel(t.Context())
		s := w.subscribe(ctx, t, &chatv1.SubscribeRequest{})
		if !s.Receive() { // the first heartbeat
			t.Fatal(s.Err())
		}
		w.send(t, "live")
		content, cursor := nextContent(t, s)
		if content != "live" {
			t.Errorf("got %q, want what was sent", content)
		}
		cancel()
		for s.Receive() {
		}
		w.send(t, "missed")
		ctx, cancel = context.WithCancel(t.Context())
		defer cancel()
		resumed := w.subscribe(ctx, t, &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: cursor}})
		if content, _ = nextContent(t, resumed); content != "missed" {
			t.Errorf("got %q, want what was missed", content)
		}
	})
}

func TestShutdownTellsStreamsToResume(t *testing.T) {
	eachProtocol(t, func(t *testing.T, w *world) {
		s := w.subscribe(t.Context(), t, &chatv1.SubscribeRequest{})
		if !s.Receive() {
			t.Fatal(s.Err())
		}
		w.Shutdown(t)
		for s.Receive() {
		}
		wantReason(t, s.Err(), connect.CodeUnavailable, typev1.Reason_REASON_STREAM_RESUMABLE)
		if retry, ok := detail[*errdetails.RetryInfo](s.Err()); !ok || retry.GetRetryDelay().AsDuration() <= 0 {
			t.Errorf("got the RetryInfo %v, want a delay", retry)
		}
	})
}

// A message above the limit of gRPC is refused, and the connection serves on.
func TestMessageAboveTheLimit(t *testing.T) {
	eachProtocol(t, func(t *testing.T, w *world) {
		_, err := ask(t, w, chatv1.ChatService_SendMessage_FullMethodName, &chatv1.SendMessageRequest{ThreadId: w.thread, Content: strings.Repeat("x", 5<<20)}, &chatv1.SendMessageResponse{})
		if got := connect.CodeOf(err); got != connect.CodeResourceExhausted {
			t.Errorf("got %v, want RESOURCE_EXHAUSTED", err)
		}
		w.send(t, "and on it goes")
	})
}

// Who opens a stream and does not read it costs the others nothing.
func TestSlowReaderHurtsNobody(t *testing.T) {
	eachProtocol(t, func(t *testing.T, w *world) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		slow := w.subscribe(ctx, t, &chatv1.SubscribeRequest{})
		quick := w.subscribe(ctx, t, &chatv1.SubscribeRequest{})
		if !slow.Receive() || !quick.Receive() {
			t.Fatal(slow.Err(), quick.Err())
		}
		content := strings.Repeat("x", 28<<10)
		const messages = 300 // far more than the buffers between them hold
		for range messages {
			w.send(t, content)
			if got, _ := nextContent(t, quick); got != content {
				t.Fatalf("the quick reader got %d bytes, want %d", len(got), len(content))
			}
		}
		for range messages {
			if got, _ := nextContent(t, slow); got != content {
				t.Fatalf("the slow reader got %d bytes, want %d", len(got), len(content))
			}
		}
	})
}

func TestPipelineOverHTTP2(t *testing.T) {
	for _, p := range protocols {
		if !p.h2c {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			w := newWorld(t, p.h2c, p.options)
			s := connect.NewClient[chatv1.SendMessagesRequest, chatv1.SendMessagesResponse](w.http, w.url(chatv1.ChatService_SendMessages_FullMethodName), w.options...).CallBidiStream(t.Context())
			for name, values := range w.header() {
				s.RequestHeader()[name] = values
			}
			const messages = 1000 // some megabytes, so the window fills
			go func() {
				for tag := range messages {
					_ = s.Send(&chatv1.SendMessagesRequest{Tag: int64(tag), Message: &chatv1.SendMessageRequest{ThreadId: w.thread, Content: strings.Repeat("x", 8<<10)}})
				}
				_ = s.CloseRequest()
			}()
			for tag := range messages {
				answer, err := s.Receive()
				if err != nil || answer.GetTag() != int64(tag) || answer.GetSent() == nil {
					t.Fatalf("got the answer %v, %v, want message %d sent", answer, err, tag)
				}
			}
			if _, err := s.Receive(); !errors.Is(err, io.EOF) {
				t.Errorf("got %v, want the end", err)
			}
			_ = s.CloseResponse()
		})
	}
}

// What cannot be read is refused with a reason in JSON too.
func TestJSONIsStrict(t *testing.T) {
	w := newWorld(t, false, nil)
	tests := []struct{ name, body, want string }{
		{name: "an unknown field", body: `{"threadId": "a", "volume": 11}`, want: `unknown field \"volume\"`},
		{name: "another type", body: `{"threadId": 7}`, want: "threadId"},
		{name: "no JSON", body: `threadId`, want: "syntax error"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, body := w.post(t, chatv1.ChatService_GetThread_FullMethodName, test.body)
			if status != http.StatusBadRequest || !strings.Contains(body, "invalid_argument") || !strings.Contains(body, test.want) || !strings.Contains(body, "google.rpc.ErrorInfo") {
				t.Errorf("got %d %s, want invalid_argument with %s and details", status, body, test.want)
			}
		})
	}
}

// post sends JSON as anybody can, and returns the status and the body of the answer.
func (w *world) post(t *testing.T, method, body string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.url(method), strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header = w.header()
	r.Header.Set("Content-Type", "application/json")
	answer, err := w.http.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(content)
}

func TestOrigins(t *testing.T) {
	tests := []struct {
		name    string
		allowed []string
		origin  string
		want    string
	}{
		{name: "one that is allowed", allowed: []string{"https://a.example", "https://b.example"}, origin: "https://b.example", want: "https://b.example"},
		{name: "another port", allowed: []string{"https://a.example"}, origin: "https://a.example:444"},
		{name: "another origin", allowed: []string{"https://a.example"}, origin: "https://evil.example"},
		{name: "all", allowed: []string{"*"}, origin: "https://a.example", want: "*"},
		{name: "none by default", origin: "https://a.example"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t, false, nil, func(c *broker.Config) { c.HTTPAllowOrigin = test.allowed })
			if got := w.preflight(t, test.origin).Get("Access-Control-Allow-Origin"); got != test.want {
				t.Errorf("a preflight of %s is answered with %q, want %q", test.origin, got, test.want)
			}
		})
	}
}

// preflight asks as a browser does before it sends what a page asks for, and returns the fields of the answer.
func (w *world) preflight(t *testing.T, origin string) http.Header {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodOptions, w.url(chatv1.ChatService_SendMessage_FullMethodName), http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Origin", origin)
	r.Header.Set("Access-Control-Request-Method", http.MethodPost)
	r.Header.Set("Access-Control-Request-Headers", "authorization,connect-protocol-version,connect-timeout-ms,content-type,parley-act-as")
	answer, err := w.http.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.Header
}

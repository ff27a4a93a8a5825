package rpc_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/uuid"
	"go.uber.org/goleak"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/identity"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/server/rpc"
)

const (
	scopeChat = typev1.Scope_SCOPE_CHAT
	scopeVoip = typev1.Scope_SCOPE_VOIP
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// world is a server with every service after its first start, and a connection to it.
type world struct {
	*admin.Credentials

	ledger *ledger.Ledger
	server *grpc.Server
	conn   *grpc.ClientConn
	log    *logged
}

// logged is a log that tests read while it is written.
type logged struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logged) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func newWorld(t *testing.T) *world {
	t.Helper()
	return newWorldOn(t, ledgertest.New(t))
}

func newWorldOn(t *testing.T, l *ledger.Ledger) *world {
	t.Helper()
	w := &world{ledger: l, log: &logged{}}
	var err error
	if w.Credentials, err = admin.Bootstrap(t.Context(), w.ledger, filepath.Join(t.TempDir(), "credentials.json")); err != nil {
		t.Fatal(err)
	}
	logger := slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	w.server, err = rpc.NewServer(rpc.Options{Ledger: w.ledger, Logger: logger, Services: w.services(t)})
	if err != nil {
		t.Fatal(err)
	}
	w.serve(t)
	return w
}

func (w *world) services(t *testing.T) rpc.Services {
	t.Helper()
	validate, err := rpc.NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	hub := feed.NewHub(w.ledger.Store(), feed.Options{Log: slog.New(slog.DiscardHandler)})
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	var running sync.WaitGroup
	running.Go(func() { hub.Run(ctx) })
	t.Cleanup(func() { stop(); running.Wait() })
	return rpc.Services{
		Admin:     admin.New(w.ledger),
		Identity:  identity.New(w.ledger),
		Directory: directory.New(w.ledger, validate),
		Policy:    policy.New(w.ledger),
		Chat:      chat.New(w.ledger, hub, chat.Pace{}),
		Call:      call.New(w.ledger, hub, call.Options{}),
		Hub:       hub,
		Health:    health.NewServer(),
	}
}

func (w *world) serve(t *testing.T) {
	t.Helper()
	listener := bufconn.Listen(1 << 20)
	served := make(chan error, 1)
	go func() { served <- w.server.Serve(listener) }()
	conn, err := grpc.NewClient("passthrough:///parley", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }))
	if err != nil {
		t.Fatal(err)
	}
	w.conn = conn
	t.Cleanup(func() {
		if err := conn.Close(); err != nil {
			t.Error(err)
		}
		w.server.Stop()
		if err := <-served; err != nil && !errors.Is(err, grpc.ErrServerStopped) { // a test may end before it has begun
			t.Error(err)
		}
	})
}

// as returns a context that sends a credential and, where it is not empty, the user to act as.
func as(ctx context.Context, credential, actAs string) context.Context {
	ctx = metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+credential)
	if actAs != "" {
		ctx = metadata.AppendToOutgoingContext(ctx, "parley-act-as", actAs)
	}
	return ctx
}

func (w *world) identity() identityv1.IdentityServiceClient {
	return identityv1.NewIdentityServiceClient(w.conn)
}

func (w *world) admin() adminv1.AdminServiceClient { return adminv1.NewAdminServiceClient(w.conn) }

// asBackend, asOperator and asAdmin are the callers with keys.
func (w *world) asBackend(t *testing.T) context.Context {
	return as(t.Context(), w.ResourceKeys[0], "")
}

func (w *world) asOperator(t *testing.T) context.Context { return as(t.Context(), w.OperatorKey, "") }

func (w *world) asAdmin(t *testing.T) context.Context { return as(t.Context(), w.TenantAdminKey, "") }

// user creates a communication user, with a token of the scopes if there are any.
func (w *world) user(t *testing.T, scopes ...typev1.Scope) (id *typev1.CommunicationIdentifier, token string) {
	t.Helper()
	r, err := w.identity().CreateUser(w.asBackend(t), &identityv1.CreateUserRequest{TokenScopes: scopes})
	if err != nil {
		t.Fatal(err)
	}
	return r.GetUser().GetIdentifier(), r.GetAccessToken().GetToken()
}

// teamsUser imports a user into the tenant, and returns a token of the scopes.
func (w *world) teamsUser(t *testing.T, scopes ...typev1.Scope) (token string) {
	t.Helper()
	objectID := uuid.NewString()
	stream, err := directoryv1.NewDirectoryServiceClient(w.conn).ImportTenantUsers(w.asAdmin(t))
	if err != nil {
		t.Fatal(err)
	}
	u := &directoryv1.TenantUser{UserId: objectID, UserPrincipalName: objectID + "@contoso.example"}
	if err := stream.Send(&directoryv1.ImportTenantUsersRequest{Users: []*directoryv1.TenantUser{u}}); err != nil {
		t.Fatal(err)
	}
	if _, err := stream.CloseAndRecv(); err != nil {
		t.Fatal(err)
	}
	return w.tenantToken(t, raw("8:orgid:"+objectID), scopes...)
}

// voiceApplication creates a call queue of the tenant, and returns a token of the scopes.
func (w *world) voiceApplication(t *testing.T, scopes ...typev1.Scope) (token string) {
	t.Helper()
	r, err := directoryv1.NewDirectoryServiceClient(w.conn).CreateVoiceApplication(w.asAdmin(t), &directoryv1.CreateVoiceApplicationRequest{
		Application: &directoryv1.VoiceApplication{Type: directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_CALL_QUEUE, DisplayName: "Sales"},
	})
	must(t, err)
	return w.tenantToken(t, r.GetApplication().GetIdentifier(), scopes...)
}

// tenantToken returns a token of a user or a voice application of the tenant.
func (w *world) tenantToken(t *testing.T, id *typev1.CommunicationIdentifier, scopes ...typev1.Scope) string {
	t.Helper()
	r, err := w.identity().IssueTenantUserToken(w.asAdmin(t), &identityv1.IssueTenantUserTokenRequest{Identifier: id, Scopes: scopes})
	must(t, err)
	return r.GetAccessToken().GetToken()
}

// reasonOf returns the reason of an error as its detail has it; empty if there is none.
func reasonOf(err error) string {
	if info := detail[*errdetails.ErrorInfo](err); info != nil {
		return info.GetReason()
	}
	return ""
}

// detail returns the detail of a type; its zero value if there is none.
func detail[T any](err error) (found T) {
	for _, d := range status.Convert(err).Details() {
		if m, ok := d.(T); ok {
			return m
		}
	}
	return found
}

func wantReason(t *testing.T, err error, want string) {
	t.Helper()
	if got := reasonOf(err); got != want {
		t.Errorf("the reason is %q, want %q: %v", got, want, err)
	}
}

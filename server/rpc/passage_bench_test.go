package rpc

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/identity"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
)

// transport is the side of gRPC that a call sees. It keeps the trailer as that of HTTP/2 does.
type transport struct {
	grpc.ServerTransportStream
	trailer metadata.MD
}

func (t *transport) SetTrailer(md metadata.MD) error {
	t.trailer = metadata.Join(t.trailer, md)
	return nil
}

// BenchmarkPassage lets in a user's message, for a method that does nothing: what surrounds each unary call.
func BenchmarkPassage(b *testing.B) {
	l := ledgertest.New(b)
	validate, err := NewValidator()
	if err != nil {
		b.Fatal(err)
	}
	const method = chatv1.ChatService_SendMessage_FullMethodName
	door := &guard{store: l.Store(), authenticator: access.NewAuthenticator(l.Now)}
	if err := door.learn(map[string]grpc.ServiceInfo{chatv1.ChatService_ServiceDesc.ServiceName: {}}); err != nil {
		b.Fatal(err)
	}
	logger := slog.New(slog.DiscardHandler)
	way := &passage{journal: journal{logger}, logger: logger, guard: door, validate: validate}
	md := metadata.Pairs(":authority", "localhost", "content-type", "application/grpc", "user-agent", "grpc-go/1", credentialField, "Bearer "+userToken(b, l))
	request := &chatv1.SendMessageRequest{ThreadId: "19:" + uuid.NewString() + "@thread.v2", Content: strings.Repeat("x", 256), IdempotencyKey: uuid.NewString()}
	ctx := metadata.NewIncomingContext(b.Context(), md)
	info := &grpc.UnaryServerInfo{FullMethod: method}
	next := func(ctx context.Context, _ any) (any, error) { return access.FromContext(ctx).User.Raw(), nil }
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := way.unary(grpc.NewContextWithServerTransportStream(ctx, &transport{}), request, info, next); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// userToken returns a token of a new user.
func userToken(b *testing.B, l *ledger.Ledger) string {
	b.Helper()
	made, err := admin.Bootstrap(b.Context(), l, filepath.Join(b.TempDir(), "credentials.json"))
	if err != nil {
		b.Fatal(err)
	}
	backend := access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: made.ResourceID}
	r, err := identity.New(l).CreateUser(b.Context(), backend, &identityv1.CreateUserRequest{TokenScopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT}})
	if err != nil {
		b.Fatal(err)
	}
	return r.GetAccessToken().GetToken()
}

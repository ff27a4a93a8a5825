package rpc

import (
	"log/slog"

	"google.golang.org/grpc"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	"github.com/parley-interop/parley/internal/admin"
	calls "github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/identity"
	"github.com/parley-interop/parley/internal/policy"
)

// Services are the domains that are served. All but Health are required.
type Services struct {
	// Admin keeps resources, tenants and keys.
	Admin *admin.Service
	// Identity keeps users and issues tokens.
	Identity *identity.Service
	// Directory keeps the users of tenants.
	Directory *directory.Directory
	// Policy decides who may reach whom.
	Policy *policy.Engine
	// Chat keeps threads and messages.
	Chat *chat.Service
	// Call keeps calls.
	Call *calls.Service
	// Hub is where the streams of policy come from.
	Hub *feed.Hub
	// Draining is closed when the streams are to end; nil is never.
	Draining <-chan struct{}
	// Health tells whether the broker serves; nil leaves the health service out.
	Health healthv1.HealthServer
}

// Register registers every service of the contract. What is not served yet answers NOT_IMPLEMENTED, to those who may call it.
func Register(to grpc.ServiceRegistrar, s Services, logger *slog.Logger) {
	adminv1.RegisterAdminServiceServer(to, adminServer{domain: s.Admin})
	identityv1.RegisterIdentityServiceServer(to, identityServer{domain: s.Identity})
	callv1.RegisterCallServiceServer(to, callServer{domain: s.Call})
	chatv1.RegisterChatServiceServer(to, chatServer{domain: s.Chat, draining: s.Draining, logger: logger})
	policyv1.RegisterPolicyServiceServer(to, policyServer{domain: s.Policy, hub: s.Hub})
	directoryv1.RegisterDirectoryServiceServer(to, directoryServer{domain: s.Directory})
	if s.Health != nil {
		healthv1.RegisterHealthServer(to, s.Health)
	}
}

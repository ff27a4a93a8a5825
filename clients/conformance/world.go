package main

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// world is the resource and the tenant of one scenario. It is made with the bare stubs, so that a fault of a client shows in
// the steps and nowhere else.
type world struct {
	conn     *grpc.ClientConn
	operator string
	vars     variables
}

func makeWorld(ctx context.Context, b *broker, wanted worldWanted) (*world, error) {
	transport, err := transportOf(b)
	if err != nil {
		return nil, err
	}
	conn, err := grpc.NewClient(b.address, grpc.WithTransportCredentials(transport))
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close() }()
	w := &world{conn: conn, operator: b.keys.OperatorKey, vars: variables{"operator_key": b.keys.OperatorKey}}
	for _, make := range []func(context.Context, worldWanted) error{w.owners, w.people, w.policy, w.thread} {
		if err := make(ctx, wanted); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func transportOf(b *broker) (credentials.TransportCredentials, error) {
	if b.tls == nil {
		return insecure.NewCredentials(), nil
	}
	authority, err := os.ReadFile(b.tls.authority)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(authority) {
		return nil, errors.New("the authority is no certificate")
	}
	return credentials.NewTLS(&tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}), nil
}

// as is a context of a caller; further fields may follow.
func as(ctx context.Context, credential any, fields ...string) context.Context {
	return metadata.AppendToOutgoingContext(ctx, append(fields, "authorization", fmt.Sprint("Bearer ", credential))...)
}

// owners makes the resource and the tenant.
func (w *world) owners(ctx context.Context, _ worldWanted) error {
	admin := adminv1.NewAdminServiceClient(w.conn)
	resource, err := admin.CreateResource(as(ctx, w.operator), &adminv1.CreateResourceRequest{Resource: &adminv1.Resource{DisplayName: "Conformance"}})
	if err != nil {
		return err
	}
	w.vars["guid"] = newGUID()
	w.vars["resource_id"] = resource.GetResource().GetResourceId()
	w.vars["key"], w.vars["key2"] = resource.GetKeys()[0].GetSecret(), resource.GetKeys()[1].GetSecret()
	tenant, err := admin.CreateTenant(as(ctx, w.operator), &adminv1.CreateTenantRequest{Tenant: &adminv1.Tenant{DisplayName: "Conformance"}})
	if err != nil {
		return err
	}
	w.vars["tenant_id"], w.vars["admin_key"] = tenant.GetTenant().GetTenantId(), tenant.GetKey().GetSecret()
	return nil
}

var scopes = []typev1.Scope{typev1.Scope_SCOPE_CHAT, typev1.Scope_SCOPE_VOIP}

// people makes the users of both worlds: `$anna` is a raw id, `$anna_token` a token.
func (w *world) people(ctx context.Context, wanted worldWanted) error {
	identity := identityv1.NewIdentityServiceClient(w.conn)
	for _, name := range wanted.users {
		user, err := identity.CreateUser(as(ctx, w.vars["key"]), &identityv1.CreateUserRequest{CustomId: name, DisplayName: title(name), TokenScopes: scopes})
		if err != nil {
			return err
		}
		w.vars[name] = user.GetUser().GetIdentifier().GetRawId()
		w.vars[name+"_token"] = user.GetAccessToken().GetToken()
	}
	if len(wanted.teams) == 0 {
		return nil
	}
	directory, err := directoryv1.NewDirectoryServiceClient(w.conn).ImportTenantUsers(as(ctx, w.vars["admin_key"]))
	if err != nil {
		return err
	}
	request := &directoryv1.ImportTenantUsersRequest{}
	for _, name := range wanted.teams {
		id := newGUID()
		w.vars[name], w.vars[name+"_id"] = "8:orgid:"+id, id
		request.Users = append(request.Users, &directoryv1.TenantUser{UserId: id, UserPrincipalName: name + "@" + id[:8] + ".example", DisplayName: title(name)})
	}
	if err := directory.Send(request); err != nil {
		return err
	}
	answer, err := directory.CloseAndRecv()
	if err != nil || answer.GetRefusedCount() > 0 {
		return fmt.Errorf("importing %v: %w", answer.GetRefused(), err)
	}
	return w.teamsTokens(ctx, identity, wanted.teams)
}

func (w *world) teamsTokens(ctx context.Context, identity identityv1.IdentityServiceClient, names []string) error {
	for _, name := range names {
		id := &typev1.CommunicationIdentifier{RawId: fmt.Sprint(w.vars[name])}
		token, err := identity.IssueTenantUserToken(as(ctx, w.vars["admin_key"]), &identityv1.IssueTenantUserTokenRequest{Identifier: id, Scopes: scopes})
		if err != nil {
			return err
		}
		w.vars[name+"_token"] = token.GetAccessToken().GetToken()
	}
	return nil
}

func title(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// newGUID returns a random GUID.
func newGUID() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b)
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// policy lets the resource in.
func (w *world) policy(ctx context.Context, wanted worldWanted) error {
	if !wanted.interop {
		return nil
	}
	_, err := policyv1.NewPolicyServiceClient(w.conn).UpdateFederationConfiguration(as(ctx, w.vars["admin_key"]), &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{EnableAcsUsers: true, AllowedAcsResources: []string{fmt.Sprint(w.vars["resource_id"])}},
		UpdateMask:    &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources"}},
	})
	return err
}

// thread makes `$thread`, and `$cursor_before`-free: streams read it from the beginning.
func (w *world) thread(ctx context.Context, wanted worldWanted) error {
	if len(wanted.thread) == 0 {
		return nil
	}
	request := &chatv1.CreateThreadRequest{Topic: "Conformance"}
	for _, name := range wanted.thread[1:] {
		request.Participants = append(request.Participants, &chatv1.Participant{Identifier: &typev1.CommunicationIdentifier{RawId: fmt.Sprint(w.vars[name])}})
	}
	creator := as(ctx, w.vars["key"], "parley-act-as", fmt.Sprint(w.vars[wanted.thread[0]]))
	answer, err := chatv1.NewChatServiceClient(w.conn).CreateThread(creator, request)
	if err != nil {
		return err
	}
	if refused := answer.GetRefusedParticipants(); len(refused) > 0 {
		return fmt.Errorf("the thread refuses %v", refused)
	}
	w.vars["thread"] = answer.GetThread().GetThreadId()
	return nil
}

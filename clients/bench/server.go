package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// server is a server that runs, with what a load needs to know of it.
type server struct {
	Target

	cmd *exec.Cmd
	dir string
	// profiled says whether it serves profiles, and profiles where.
	profiled bool
	profiles string
	said     strings.Builder
}

// startBare starts the ceiling.
func startBare(ctx context.Context, history int) (*server, error) {
	own, err := os.Executable()
	if err != nil {
		return nil, err
	}
	s := &server{}
	s.Token, s.Key, s.AdminKey = strings.Repeat("t", 600), strings.Repeat("k", 60), strings.Repeat("a", 60) // as long as the broker's
	s.ResourceID, s.TenantID, s.UserID = bareID, bareID, teamsUser
	cmd := exec.CommandContext(ctx, own, "bare", "--history", strconv.Itoa(history)) //nolint:gosec // it is this program
	err = s.launch(cmd, func(line string) string { return line })
	return s, err
}

// startBroker starts a broker with an empty store, with a user and a tenant's user who may be reached.
func startBroker(ctx context.Context, program string, profiled bool) (*server, error) {
	dir, err := os.MkdirTemp("", "parley-bench-*")
	if err != nil {
		return nil, err
	}
	s := &server{dir: dir, profiled: profiled}
	if err = s.startProgram(ctx, program); err == nil {
		err = s.populate(ctx)
	}
	if err != nil {
		s.stop()
		return nil, err
	}
	return s, nil
}

// startProgram starts the broker on what there is in the server's directory.
func (s *server) startProgram(ctx context.Context, program string) error {
	cmd := exec.CommandContext(ctx, program, "--listen", "127.0.0.1:0", "--data-dir", s.dir, "--messages-per-second", "1000000", "--message-burst", "1000000") //nolint:gosec // the caller names it
	if s.profiled {
		cmd.Args = append(cmd.Args, "--profile-listen", "127.0.0.1:0")
	}
	return s.launch(cmd, func(line string) string {
		if _, address, ok := strings.Cut(line, "serves profiles on "); ok {
			s.profiles = address
		}
		_, address, _ := strings.Cut(line, "serves gRPC on ")
		return address
	})
}

// answers asks the server for its health until it serves.
func (s *server) answers(ctx context.Context) error {
	conn, err := s.connect()
	if err != nil {
		return err
	}
	defer conn.Close()
	r, err := healthv1.NewHealthClient(conn).Check(ctx, &healthv1.HealthCheckRequest{}, grpc.WaitForReady(true))
	if err == nil && r.GetStatus() != healthv1.HealthCheckResponse_SERVING {
		err = fmt.Errorf("the server is %s", r.GetStatus())
	}
	return err
}

func (s *server) connect() (*grpc.ClientConn, error) {
	return grpc.NewClient(s.Address, grpc.WithTransportCredentials(insecure.NewCredentials()))
}

// launch starts a program and waits for the line that has its address.
func (s *server) launch(cmd *exec.Cmd, address func(line string) string) error {
	cmd.Stderr = &s.said
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%w: make build makes the broker", err)
	}
	s.cmd, s.Address = cmd, ""
	lines := bufio.NewReader(out)
	for s.Address == "" {
		line, err := lines.ReadString('\n')
		if err != nil {
			return fmt.Errorf("%s did not start: %s", cmd, s.said.String())
		}
		s.Address = address(strings.TrimSpace(line))
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	return nil
}

// halt ends the server and keeps what it has stored.
func (s *server) halt() error {
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	if err := s.cmd.Wait(); err != nil {
		return fmt.Errorf("%w: %s", err, s.said.String())
	}
	return nil
}

// stop ends the server and removes what it has stored.
func (s *server) stop() {
	if s.cmd != nil && s.cmd.Process != nil {
		_ = s.halt()
	}
	if s.dir != "" {
		_ = os.RemoveAll(s.dir)
	}
}

// credentials is the file that the broker writes at its first start.
type credentials struct {
	OperatorKey    string    `json:"operator_key"`
	ResourceID     string    `json:"resource_id"`
	ResourceKeys   [2]string `json:"resource_keys"`
	TenantID       string    `json:"tenant_id"`
	TenantAdminKey string    `json:"tenant_admin_key"`
}

// teamsUser is the object id of the tenant's user.
const teamsUser = "11111111-1111-4111-8111-111111111111"

// populate makes a user with a token, and a tenant's user who may be reached.
func (s *server) populate(ctx context.Context) error {
	var c credentials
	content, err := os.ReadFile(filepath.Join(s.dir, "credentials.json"))
	if err == nil {
		err = json.Unmarshal(content, &c)
	}
	if err != nil {
		return err
	}
	s.Key, s.ResourceID, s.TenantID, s.AdminKey, s.UserID = c.ResourceKeys[0], c.ResourceID, c.TenantID, c.TenantAdminKey, teamsUser
	conn, err := s.connect()
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := errors.Join(liftQuota(as(ctx, c.OperatorKey), conn, c), openTenant(as(ctx, c.TenantAdminKey), conn, c)); err != nil {
		return err
	}
	if err := s.makeUsers(ctx, 1); err != nil {
		return err
	}
	s.Token = s.Users[0].Token
	return nil
}

func as(ctx context.Context, credential string) context.Context {
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+credential)
}

// liftQuota lets the resource send more in a second than any machine can.
func liftQuota(ctx context.Context, conn *grpc.ClientConn, c credentials) error {
	_, err := adminv1.NewAdminServiceClient(conn).UpdateResource(ctx, &adminv1.UpdateResourceRequest{
		Resource:   &adminv1.Resource{ResourceId: c.ResourceID, Quotas: &adminv1.Quotas{MaxMessagesPerSecond: 1_000_000_000}},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"quotas"}},
	})
	return err
}

// openTenant imports the tenant's user and lets the resource in.
func openTenant(ctx context.Context, conn *grpc.ClientConn, c credentials) error {
	stream, err := directoryv1.NewDirectoryServiceClient(conn).ImportTenantUsers(ctx)
	if err != nil {
		return err
	}
	if err := stream.Send(&directoryv1.ImportTenantUsersRequest{Users: []*directoryv1.TenantUser{
		{UserId: teamsUser, UserPrincipalName: "tess@contoso.example", DisplayName: "Tess"},
	}}); err != nil {
		return err
	}
	if _, err := stream.CloseAndRecv(); err != nil {
		return err
	}
	_, err = policyv1.NewPolicyServiceClient(conn).UpdateFederationConfiguration(ctx, &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{EnableAcsUsers: true, AllowedAcsResources: []string{c.ResourceID}},
		UpdateMask:    &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources"}},
	})
	return err
}

// makers is how many requests make things at the same time.
const makers = 32

// makeEach makes what is missing of n things, and fails as the first of them does.
func (s *server) makeEach(from, n int, one func(conn *grpc.ClientConn, i int) error) error {
	if from >= n {
		return nil
	}
	conn, err := s.connect()
	if err != nil {
		return err
	}
	defer conn.Close()
	var group errgroup.Group
	group.SetLimit(makers)
	for i := from; i < n; i++ {
		group.Go(func() error { return one(conn, i) })
	}
	return group.Wait()
}

// makeThreads makes sure of as many threads of the user and the tenant's user.
func (s *server) makeThreads(ctx context.Context, n int) error {
	from := len(s.ThreadIDs)
	s.ThreadIDs = append(s.ThreadIDs, make([]string, max(0, n-from))...)
	return s.makeEach(from, n, func(conn *grpc.ClientConn, i int) error {
		if s.dir == "" {
			s.ThreadIDs[i] = bareThreadID(i)
			return nil
		}
		made, err := chatv1.NewChatServiceClient(conn).CreateThread(as(ctx, s.Token), &chatv1.CreateThreadRequest{
			Topic: "The roof", Participants: []*chatv1.Participant{{Identifier: &typev1.CommunicationIdentifier{RawId: "8:orgid:" + teamsUser}}},
		})
		if err == nil && len(made.GetRefusedParticipants()) > 0 {
			err = fmt.Errorf("refused: %v", made.GetRefusedParticipants())
		}
		s.ThreadIDs[i] = made.GetThread().GetThreadId()
		return err
	})
}

// makeUsers makes sure of as many communication users.
func (s *server) makeUsers(ctx context.Context, n int) error {
	from := len(s.Users)
	s.Users = append(s.Users, make([]user, max(0, n-from))...)
	return s.makeEach(from, n, func(conn *grpc.ClientConn, i int) error {
		if s.dir == "" {
			id := fmt.Sprintf("%s%06d", bareSender[:len(bareSender)-6], i)
			s.Users[i] = user{Token: strings.Repeat("t", 520) + id, RawID: id}
			return nil
		}
		made, err := identityv1.NewIdentityServiceClient(conn).CreateUser(as(ctx, s.Key), &identityv1.CreateUserRequest{
			DisplayName: "Anna", TokenScopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT, typev1.Scope_SCOPE_VOIP},
		})
		s.Users[i] = user{Token: made.GetAccessToken().GetToken(), RawID: made.GetUser().GetIdentifier().GetRawId()}
		return err
	})
}

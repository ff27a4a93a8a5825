package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// server is a server that runs, with what a load needs to know of it.
type server struct {
	job

	cmd  *exec.Cmd
	dir  string
	said strings.Builder
}

// startBare starts the ceiling.
func startBare(ctx context.Context) (*server, error) {
	own, err := os.Executable()
	if err != nil {
		return nil, err
	}
	s := &server{}
	if err := s.launch(exec.CommandContext(ctx, own, "bare"), func(line string) string { return line }); err != nil { //nolint:gosec // it is this program
		return nil, err
	}
	for i := range maxThreads() {
		s.ThreadIDs = append(s.ThreadIDs, fmt.Sprintf("19:%032d@thread.v2", i))
	}
	s.Token, s.Key = strings.Repeat("t", 600), strings.Repeat("k", 60) // as long as the broker's
	return s, nil
}

// startBroker starts a broker with an empty store, and makes what the workloads need.
func startBroker(ctx context.Context, program string) (*server, error) {
	dir, err := os.MkdirTemp("", "parley-bench-*")
	if err != nil {
		return nil, err
	}
	s := &server{dir: dir}
	cmd := exec.CommandContext(ctx, program, "--listen", "127.0.0.1:0", "--data-dir", dir, "--messages-per-second", "1000000", "--message-burst", "1000000") //nolint:gosec // the caller names it
	err = s.launch(cmd, func(line string) string {
		_, address, _ := strings.Cut(line, "serves gRPC on ")
		return address
	})
	if err == nil {
		err = s.populate(ctx)
	}
	if err != nil {
		s.stop()
		return nil, err
	}
	return s, nil
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
	s.cmd = cmd
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

// stop ends the server and removes what it has stored.
func (s *server) stop() {
	if s.cmd != nil && s.cmd.Process != nil {
		_ = s.cmd.Process.Signal(syscall.SIGTERM)
		_ = s.cmd.Wait()
	}
	if s.dir != "" {
		_ = os.RemoveAll(s.dir)
	}
}

// credentials is the file that the broker writes at its first start.
type credentials struct {
	ResourceID     string    `json:"resource_id"`
	ResourceKeys   [2]string `json:"resource_keys"`
	TenantID       string    `json:"tenant_id"`
	TenantAdminKey string    `json:"tenant_admin_key"`
}

// teamsUser is the object id of the tenant's user.
const teamsUser = "11111111-1111-4111-8111-111111111111"

// populate makes a user with a token, a tenant's user who may be reached, and threads of both.
func (s *server) populate(ctx context.Context) error {
	var c credentials
	content, err := os.ReadFile(filepath.Join(s.dir, "credentials.json"))
	if err == nil {
		err = json.Unmarshal(content, &c)
	}
	if err != nil {
		return err
	}
	s.Key, s.ResourceID, s.TenantID, s.UserID = c.ResourceKeys[0], c.ResourceID, c.TenantID, teamsUser
	conn, err := grpc.NewClient(s.Address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := openTenant(as(ctx, c.TenantAdminKey), conn, c); err != nil {
		return err
	}
	user, err := identityv1.NewIdentityServiceClient(conn).CreateUser(as(ctx, s.Key), &identityv1.CreateUserRequest{
		DisplayName: "Anna", TokenScopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT, typev1.Scope_SCOPE_VOIP},
	})
	if err != nil {
		return err
	}
	s.Token = user.GetAccessToken().GetToken()
	return s.makeThreads(as(ctx, s.Token), chatv1.NewChatServiceClient(conn))
}

func as(ctx context.Context, credential string) context.Context {
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+credential)
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

// makeThreads makes as many threads as the workloads use.
func (s *server) makeThreads(ctx context.Context, chat chatv1.ChatServiceClient) error {
	s.ThreadIDs = make([]string, maxThreads())
	errs := make(chan error, len(s.ThreadIDs))
	var group sync.WaitGroup
	for worker := range 16 {
		group.Go(func() {
			for i := worker; i < len(s.ThreadIDs); i += 16 {
				made, err := chat.CreateThread(ctx, &chatv1.CreateThreadRequest{
					Topic: "The roof", Participants: []*chatv1.Participant{{Identifier: &typev1.CommunicationIdentifier{RawId: "8:orgid:" + teamsUser}}},
				})
				if err == nil && len(made.GetRefusedParticipants()) > 0 {
					err = fmt.Errorf("refused: %v", made.GetRefusedParticipants())
				}
				if err != nil {
					errs <- err
					return
				}
				s.ThreadIDs[i] = made.GetThread().GetThreadId()
			}
		})
	}
	group.Wait()
	close(errs)
	return <-errs
}

func maxThreads() int {
	most := 1
	for _, w := range workloads {
		most = max(most, w.threads)
	}
	return most
}

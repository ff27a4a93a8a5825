package e2e_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/emptypb"
)

// Whoever has no credential learns the contract and whether the broker serves, and nothing else.
func TestWithoutCredential(t *testing.T) {
	b := start(t, t.TempDir())
	health := &grpc_health_v1.HealthCheckResponse{}
	b.must(t, "", "grpc.health.v1.Health/Check", `{}`, health)
	if health.GetStatus() != grpc_health_v1.HealthCheckResponse_SERVING {
		t.Errorf("health: got %s", health.GetStatus())
	}
	services := b.list(t)
	for _, want := range []string{
		"parley.admin.v1.AdminService", "parley.call.v1.CallService", "parley.chat.v1.ChatService",
		"parley.directory.v1.DirectoryService", "parley.identity.v1.IdentityService", "parley.policy.v1.PolicyService",
	} {
		if !slices.Contains(services, want) {
			t.Errorf("reflection does not list %s", want)
		}
	}
	conn := b.dial(t, "")
	for _, service := range services {
		if !strings.HasPrefix(service, "parley.") {
			continue
		}
		for _, method := range b.list(t, service) {
			wantFailure(t, method, callOnce(t, conn, method, &emptypb.Empty{}), codes.Unauthenticated, "CREDENTIAL_MISSING")
		}
	}
}

// list lists the services, or the methods of a service, that grpcurl sees without a credential.
func (b *broker) list(t *testing.T, service ...string) []string {
	t.Helper()
	args := append(slices.Clone(b.transport), b.address, "list")
	stdout, stderr, exit := finish(t, exec.CommandContext(t.Context(), grpcurl, append(args, service...)...))
	names := strings.Fields(stdout)
	if exit != 0 || len(names) == 0 {
		t.Fatalf("grpcurl list %v: exit code %d: %s", service, exit, stderr)
	}
	return names
}

// callOnce calls a method of any kind with one request, and waits for the first answer.
func callOnce(t *testing.T, conn *grpc.ClientConn, method string, request proto.Message) *failure {
	t.Helper()
	i := strings.LastIndex(method, ".")
	both := &grpc.StreamDesc{ClientStreams: true, ServerStreams: true}
	stream, err := conn.NewStream(t.Context(), both, "/"+method[:i]+"/"+method[i+1:])
	if err != nil {
		t.Fatal(err)
	}
	_ = stream.SendMsg(request) // what went wrong, RecvMsg says
	_ = stream.CloseSend()
	return failureOf(status.Convert(stream.RecvMsg(&emptypb.Empty{})))
}

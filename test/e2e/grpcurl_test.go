package e2e_test

import (
	"fmt"
	"os/exec"
	"slices"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	statusv1 "google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

// failure is what a refusal says, whichever program was told.
type failure struct {
	code     codes.Code
	reason   string
	message  string
	metadata map[string]string
}

func (f *failure) String() string {
	if f == nil {
		return "success"
	}
	return fmt.Sprintf("%s %s: %s %v", f.code, f.reason, f.message, f.metadata)
}

// failureOf reads a status; nil if it is OK.
func failureOf(s *status.Status) *failure {
	if s.Code() == codes.OK {
		return nil
	}
	f := &failure{code: s.Code(), message: s.Message()}
	for _, detail := range s.Details() {
		if info, ok := detail.(*errdetails.ErrorInfo); ok {
			f.reason, f.metadata = info.GetReason(), info.GetMetadata()
		}
	}
	return f
}

// wantFailure checks who was refused and why.
func wantFailure(t testing.TB, what string, got *failure, code codes.Code, reason string) {
	t.Helper()
	if got == nil || got.code != code || got.reason != reason {
		t.Errorf("%s: got %s, want %s %s", what, got, code, reason)
	}
}

// grpcurl calls a method with grpcurl, which asks the broker for the contract. request may be several JSON texts.
func (b *broker) grpcurl(t testing.TB, credential, method, request string, response proto.Message) *failure {
	t.Helper()
	args := slices.Concat(b.transport, []string{"-format-error", "-d", request})
	if credential != "" {
		args = append(args, "-H", "authorization: Bearer "+credential)
	}
	stdout, stderr, exit := finish(t, exec.CommandContext(t.Context(), grpcurl, append(args, b.address, method)...))
	if exit != 0 {
		answer := &statusv1.Status{}
		if err := protojson.Unmarshal([]byte(stderr), answer); err != nil {
			t.Fatalf("grpcurl %s: exit code %d: %s", method, exit, stderr)
		}
		return failureOf(status.FromProto(answer))
	}
	if err := protojson.Unmarshal([]byte(stdout), response); err != nil {
		t.Fatalf("grpcurl %s: %v in %s", method, err, stdout)
	}
	return nil
}

// must is grpcurl for what must succeed.
func (b *broker) must(t testing.TB, credential, method, request string, response proto.Message) {
	t.Helper()
	if f := b.grpcurl(t, credential, method, request, response); f != nil {
		t.Fatalf("%s %s: %s", method, request, f)
	}
}

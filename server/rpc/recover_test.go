package rpc_test

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/google/uuid"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	"github.com/parley-interop/parley/server/rpc"
)

// TestAPanicIsAnIncident calls domains that are not there.
func TestAPanicIsAnIncident(t *testing.T) {
	w := newWorld(t)
	broken := &world{Credentials: w.Credentials, ledger: w.ledger, log: &logged{}}
	var err error
	broken.server, err = rpc.NewServer(rpc.Options{Ledger: w.ledger, Logger: slog.New(slog.NewTextHandler(broken.log, nil))})
	must(t, err)
	broken.serve(t)

	_, err = broken.admin().GetResource(w.asOperator(t), &adminv1.GetResourceRequest{ResourceId: uuid.NewString()})
	broken.wantIncident(t, err)

	stream, err := policyv1.NewPolicyServiceClient(broken.conn).WatchPolicy(w.asAdmin(t), &policyv1.WatchPolicyRequest{})
	must(t, err)
	_, err = stream.Recv()
	broken.wantIncident(t, err)
}

func (w *world) wantIncident(t *testing.T, err error) {
	t.Helper()
	if status.Code(err) != codes.Internal || reasonOf(err) != "INTERNAL" {
		t.Fatalf("the error is %v", err)
	}
	if strings.Contains(err.Error(), "nil pointer") {
		t.Errorf("it shows the cause: %v", err)
	}
	incident := detail[*errdetails.ErrorInfo](err).GetMetadata()["incident"]
	if log := w.log.String(); incident == "" || !strings.Contains(log, incident) || !strings.Contains(log, "nil pointer") {
		t.Errorf("the log does not have incident %q:\n%s", incident, log)
	}
}

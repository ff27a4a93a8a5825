package rpc_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

var update = flag.Bool("update", false, "write the golden files anew")

const golden = "testdata/access.golden"

// kind is one kind of caller.
type kind struct {
	name string
	ctx  context.Context // with the credential
}

// TestEveryMethodSaysWhetherItMayBeRepeated keeps a method from being repeated by clients, or not, because nobody has thought of it.
func TestEveryMethodSaysWhetherItMayBeRepeated(t *testing.T) {
	for _, m := range newWorld(t).methods(t) {
		if options, ok := m.Options().(*descriptorpb.MethodOptions); !ok || options.IdempotencyLevel == nil {
			t.Errorf("%s does not declare its idempotency_level", m.FullName())
		}
	}
}

// TestAccess calls every method as every kind of caller with an empty request. The golden file has who is refused and with
// what; whoever is let in may fail of the empty request, but no more of who it is.
func TestAccess(t *testing.T) {
	w := newWorld(t)
	callers := w.kinds(t)
	var table strings.Builder
	for _, m := range w.methods(t) {
		fmt.Fprintln(&table, m.FullName())
		for _, c := range callers {
			fmt.Fprintf(&table, "  %-28s %s\n", c.name, verdict(w.call(c.ctx, m)))
		}
	}
	if *update {
		if err := os.WriteFile(golden, []byte(table.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), table.String()); diff != "" {
		t.Errorf("access is not what %s says (-want +got); if it should not be, run the test with -update and read the difference:\n%s", golden, diff)
	}
}

func (w *world) kinds(t *testing.T) []kind {
	t.Helper()
	user, chatToken := w.user(t, scopeChat)
	_, voipToken := w.user(t, scopeVoip)
	teamsToken := w.teamsUser(t, scopeChat)
	teamsVoipToken := w.teamsUser(t, scopeVoip)
	return []kind{
		{"nobody", t.Context()},
		{"malformed", as(t.Context(), "sesame", "")},
		{"operator", w.asOperator(t)},
		{"resource", w.asBackend(t)},
		{"resource as a user", as(t.Context(), w.ResourceKeys[1], user.GetRawId())},
		{"communication user, chat", as(t.Context(), chatToken, "")},
		{"communication user, voip", as(t.Context(), voipToken, "")},
		{"tenant user, chat", as(t.Context(), teamsToken, "")},
		{"tenant user, voip", as(t.Context(), teamsVoipToken, "")},
		{"voice application, voip", as(t.Context(), w.voiceApplication(t, scopeVoip), "")},
		{"tenant administrator", w.asAdmin(t)},
	}
}

// methods returns the methods of the contract that the server has, in the order of their names.
func (w *world) methods(t *testing.T) []protoreflect.MethodDescriptor {
	t.Helper()
	var methods []protoreflect.MethodDescriptor
	for name := range w.server.GetServiceInfo() {
		if !strings.HasPrefix(name, "parley.") {
			continue
		}
		found, err := protoregistry.GlobalFiles.FindDescriptorByName(protoreflect.FullName(name))
		if err != nil {
			t.Fatal(err)
		}
		service, ok := found.(protoreflect.ServiceDescriptor)
		if !ok {
			t.Fatalf("%s is no service", name)
		}
		for i := range service.Methods().Len() {
			methods = append(methods, service.Methods().Get(i))
		}
	}
	slices.SortFunc(methods, func(a, b protoreflect.MethodDescriptor) int {
		return strings.Compare(string(a.FullName()), string(b.FullName()))
	})
	return methods
}

// call sends an empty request to a method of any kind, and returns how its first answer came out.
func (w *world) call(ctx context.Context, m protoreflect.MethodDescriptor) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	name := fmt.Sprintf("/%s/%s", m.Parent().FullName(), m.Name())
	stream, err := w.conn.NewStream(ctx, &grpc.StreamDesc{ClientStreams: true, ServerStreams: true}, name)
	if err != nil {
		return err
	}
	// A server that refuses ends the stream before it has read the request; RecvMsg tells why.
	if err := stream.SendMsg(dynamicpb.NewMessage(m.Input())); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	err = stream.RecvMsg(dynamicpb.NewMessage(m.Output()))
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// verdict is "allowed" for an answer and for an error that has nothing to do with who the caller is, and what went wrong for
// any other. An error of the broker without a reason is a fault.
func verdict(err error) string {
	r := reason.Named(reasonOf(err))
	refused := r >= typev1.Reason_REASON_CREDENTIAL_MISSING && r <= typev1.Reason_REASON_ACT_AS_REQUIRED
	if err == nil || !refused && r > typev1.Reason_REASON_INTERNAL {
		return "allowed"
	}
	return fmt.Sprintf("%s %s", status.Code(err), reason.Name(r))
}

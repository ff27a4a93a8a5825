package rpc_test

import (
	"testing"

	"google.golang.org/grpc"
	reflectionv1 "google.golang.org/grpc/reflection/grpc_reflection_v1"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// listServices asks the server by reflection what it has, without a credential.
func listServices(t *testing.T, conn *grpc.ClientConn) string {
	t.Helper()
	stream, err := reflectionv1.NewServerReflectionClient(conn).ServerReflectionInfo(t.Context())
	must(t, err)
	must(t, stream.Send(&reflectionv1.ServerReflectionRequest{MessageRequest: &reflectionv1.ServerReflectionRequest_ListServices{}}))
	must(t, stream.CloseSend())
	r, err := stream.Recv()
	must(t, err)
	for _, err = stream.Recv(); err == nil; _, err = stream.Recv() { // to the end, so that nothing is left running
	}
	return r.String()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func raw(id string) *typev1.CommunicationIdentifier {
	return &typev1.CommunicationIdentifier{RawId: id}
}

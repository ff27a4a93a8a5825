package rpc_test

import (
	"fmt"
	"strings"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/server/rpc"
)

// with adds an unknown field of a number to a message.
func with[M proto.Message](m M, number protowire.Number) M {
	m.ProtoReflect().SetUnknown(protowire.AppendVarint(protowire.AppendTag(nil, number, protowire.VarintType), 1))
	return m
}

func TestValidator(t *testing.T) {
	validate, err := rpc.NewValidator()
	must(t, err)
	users := func(n int, u *directoryv1.TenantUser) []*directoryv1.TenantUser {
		all := make([]*directoryv1.TenantUser, n)
		for i := range all {
			all[i] = u
		}
		return all
	}
	tests := []struct {
		name       string
		m          proto.Message
		want, says string
	}{
		{"good", &identityv1.CreateUserRequest{DisplayName: "Ada"}, "", ""},
		{"unknown field", with(&identityv1.CreateUserRequest{}, 999), "UNKNOWN_FIELD", "parley.identity.v1.CreateUserRequest: 999"},
		{"unknown field inside", &identityv1.GetUserRequest{Identifier: with(raw("8:acs:x"), 77)}, "UNKNOWN_FIELD", "parley.type.v1.CommunicationIdentifier: 77"},
		{"unknown field in a list", &directoryv1.ImportTenantUsersRequest{Users: users(3, with(&directoryv1.TenantUser{}, 50))}, "UNKNOWN_FIELD", "parley.directory.v1.TenantUser: 50"},
		{"rule broken", &identityv1.CreateUserRequest{DisplayName: strings.Repeat("x", 257)}, "INVALID_FIELD", "display_name"},
		{"rule of a message broken", &identityv1.CreateUserRequest{TokenLifetime: durationpb.New(1)}, "INVALID_FIELD", "token_lifetime"},
		{"rule of what an update brings broken", &chatv1.UpdateThreadRequest{
			ThreadId: "t", Thread: &chatv1.Thread{Topic: strings.Repeat("x", 257)}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"topic"}},
		}, "INVALID_FIELD", "thread.topic"},
		{"a time after the last", &chatv1.ListMessagesRequest{ThreadId: "t", StartTime: &timestamppb.Timestamp{Seconds: 1 << 40}}, "INVALID_FIELD", "start_time"},
		{"a time that is none, in a list", &chatv1.AddParticipantsRequest{ThreadId: "t", Participants: []*chatv1.Participant{
			{Identifier: raw("8:acs:x")}, {Identifier: raw("8:acs:y"), ShareHistoryTime: &timestamppb.Timestamp{Nanos: -1}},
		}}, "INVALID_FIELD", "participants[1].share_history_time: no such time"},
		{"a duration that is none", &chatv1.SubscribeRequest{HeartbeatInterval: &durationpb.Duration{Seconds: 5, Nanos: -1}}, "INVALID_FIELD", "heartbeat_interval: no such time"},
		{"the first and the last time", &chatv1.AddParticipantsRequest{ThreadId: "t", Participants: []*chatv1.Participant{
			{Identifier: raw("8:acs:x"), ShareHistoryTime: &timestamppb.Timestamp{}},
			{Identifier: raw("8:acs:y"), ShareHistoryTime: &timestamppb.Timestamp{Seconds: 253402300799, Nanos: 999999999}},
		}}, "", ""},
		{"rule named for a reason", &callv1.SessionOffer{Sdp: strings.Repeat("x", 64<<10+1)}, "SIGNAL_TOO_LARGE", "64 KiB"},
		{"rule named for a reason, and another", &callv1.SessionAnswer{Sdp: strings.Repeat("x", 64<<10+1)}, "SIGNAL_TOO_LARGE", "64 KiB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := validate(tt.m)
			got := ""
			if err != nil {
				got = reason.Name(reason.Of(err))
			}
			if got != tt.want || err != nil && !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v, want %s about %q", err, tt.want, tt.says)
			}
		})
	}
}

func TestBrokenRequestsAreRefused(t *testing.T) {
	w := newWorld(t)
	_, err := w.identity().CreateUser(w.asBackend(t), &identityv1.CreateUserRequest{DisplayName: strings.Repeat("x", 257), CustomId: strings.Repeat("y", 257)})
	wantReason(t, err, "INVALID_FIELD")
	bad := detail[*errdetails.BadRequest](err)
	if len(bad.GetFieldViolations()) != 2 || bad.GetFieldViolations()[0].GetField() != "custom_id" {
		t.Errorf("the fields are %v", bad)
	}
	_, err = w.identity().CreateUser(w.asBackend(t), with(&identityv1.CreateUserRequest{}, 999))
	wantReason(t, err, "UNKNOWN_FIELD")
}

func TestMessagesOfAStreamAreChecked(t *testing.T) {
	w := newWorld(t)
	stream, err := directoryv1.NewDirectoryServiceClient(w.conn).ImportTenantUsers(w.asAdmin(t))
	must(t, err)
	must(t, stream.Send(with(&directoryv1.ImportTenantUsersRequest{}, 999)))
	_, err = stream.CloseAndRecv()
	wantReason(t, err, "UNKNOWN_FIELD")
}

func TestManyUnknownFieldsMakeNoLongAnswer(t *testing.T) {
	validate, err := rpc.NewValidator()
	must(t, err)
	m := &directoryv1.ImportTenantUsersRequest{}
	for i := range 1000 {
		m.Users = append(m.Users, with(&directoryv1.TenantUser{}, protowire.Number(1000+i)))
	}
	if text := fmt.Sprint(validate(m)); len(text) > 2000 {
		t.Errorf("the answer has %d bytes", len(text))
	}
}

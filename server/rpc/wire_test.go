package rpc

import (
	"bytes"
	"strings"
	"testing"

	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

func TestEnvelopeIsTheResponseOnTheWire(t *testing.T) {
	said := &chatv1.ChatEvent{ThreadId: "19:x@thread.v2", Event: &chatv1.ChatEvent_ThreadDeleted{ThreadDeleted: &chatv1.ThreadDeleted{}}}
	held := &callv1.CallEvent{CallId: "x", Sequence: 7, Event: &callv1.CallEvent_LegHeld{LegHeld: &callv1.LegHeld{LegId: "1"}}}
	ruled := &policyv1.PolicyEvent{Event: &policyv1.PolicyEvent_ConfigurationUpdated{ConfigurationUpdated: &policyv1.FederationConfiguration{EnableAcsUsers: true}}}
	usual, long := []byte("cursor"), bytes.Repeat([]byte("cursor"), 1000)
	tests := []struct {
		name   string
		event  proto.Message
		cursor []byte
		number protowire.Number
		want   proto.Message
	}{
		{"chat", said, usual, cursorField, &chatv1.SubscribeResponse{Payload: &chatv1.SubscribeResponse_Event{Event: said}, Cursor: usual}},
		{"a long cursor", said, long, cursorField, &chatv1.SubscribeResponse{Payload: &chatv1.SubscribeResponse_Event{Event: said}, Cursor: long}},
		{"call", held, usual, callCursorField, &callv1.SubscribeResponse{Payload: &callv1.SubscribeResponse_Event{Event: held}, Cursor: usual}},
		{"policy", ruled, usual, cursorField, &policyv1.WatchPolicyResponse{Payload: &policyv1.WatchPolicyResponse_Event{Event: ruled}, Cursor: usual}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			encoded, err := proto.Marshal(tt.event)
			if err != nil {
				t.Fatal(err)
			}
			wire, err := newCodec().Marshal(newEnvelope(encoded, tt.cursor, tt.number))
			if err != nil {
				t.Fatal(err)
			}
			got := tt.want.ProtoReflect().New().Interface()
			if err := proto.Unmarshal(wire.Materialize(), got); err != nil {
				t.Fatal(err)
			}
			if !proto.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestUnreadableRequestsAreRefusedByValidation(t *testing.T) {
	validate, err := NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string][]byte{
		"a text that is not UTF-8": {0x0a, 0x02, 0xff, 0xfe},
		"cut off":                  {0x0a, 0x7f},
		"no tag":                   {0xff},
	}
	for name, wire := range tests {
		t.Run(name, func(t *testing.T) {
			r := &chatv1.GetThreadRequest{}
			if err := newCodec().Unmarshal(mem.BufferSlice{mem.SliceBuffer(wire)}, r); err != nil {
				t.Fatalf("gRPC would answer INTERNAL: %v", err)
			}
			if err := validate.received(r); err == nil || !strings.HasPrefix(err.Error(), "INVALID_FIELD: ") {
				t.Errorf("validation says %v", err)
			}
		})
	}
}

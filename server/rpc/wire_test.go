package rpc

import (
	"strings"
	"testing"

	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

func TestEnvelopeIsTheResponseOnTheWire(t *testing.T) {
	event := &chatv1.ChatEvent{ThreadId: "19:x@thread.v2", Event: &chatv1.ChatEvent_ThreadDeleted{ThreadDeleted: &chatv1.ThreadDeleted{}}}
	encoded, err := proto.Marshal(event)
	if err != nil {
		t.Fatal(err)
	}
	wire, err := newCodec().Marshal(envelope{event: encoded, cursor: []byte("cursor")})
	if err != nil {
		t.Fatal(err)
	}
	got := &chatv1.SubscribeResponse{}
	if err := proto.Unmarshal(wire.Materialize(), got); err != nil {
		t.Fatal(err)
	}
	if want := (&chatv1.SubscribeResponse{Payload: &chatv1.SubscribeResponse_Event{Event: event}, Cursor: []byte("cursor")}); !proto.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for name, m := range map[string]proto.Message{"chat": &chatv1.SubscribeResponse{}, "policy": &policyv1.WatchPolicyResponse{}} {
		fields := m.ProtoReflect().Descriptor().Fields()
		if fields.ByName("event").Number() != eventField || fields.ByName("cursor").Number() != cursorField {
			t.Errorf("%s numbers its event and its cursor in another way", name)
		}
	}
}

func TestEnvelopeOfCallsIsTheResponseOnTheWire(t *testing.T) {
	event := &callv1.CallEvent{CallId: "x", Sequence: 7, Event: &callv1.CallEvent_LegHeld{LegHeld: &callv1.LegHeld{LegId: "1"}}}
	encoded, err := proto.Marshal(event)
	if err != nil {
		t.Fatal(err)
	}
	wire, err := newCodec().Marshal(envelope{event: encoded, cursor: []byte("cursor"), cursorField: callCursorField})
	if err != nil {
		t.Fatal(err)
	}
	got := &callv1.SubscribeResponse{}
	if err := proto.Unmarshal(wire.Materialize(), got); err != nil {
		t.Fatal(err)
	}
	if want := (&callv1.SubscribeResponse{Payload: &callv1.SubscribeResponse_Event{Event: event}, Cursor: []byte("cursor")}); !proto.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
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

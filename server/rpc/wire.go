package rpc

import (
	"google.golang.org/grpc/encoding"
	"google.golang.org/grpc/encoding/proto"
	"google.golang.org/grpc/mem"
	"google.golang.org/protobuf/encoding/protowire"
	protobuf "google.golang.org/protobuf/proto"

	"github.com/parley-interop/parley/internal/record"
)

// Fields of every response that carries an event and the cursor after it, as the contract numbers them. Streams of calls
// number the cursor in their own way.
const (
	eventField      protowire.Number = 1
	cursorField     protowire.Number = 4
	callCursorField protowire.Number = 3
)

// envelope is a response that carries an event in its encoded form. It goes onto the wire without being decoded, and
// the bytes of the event are shared by all subscribers. It is sent once: what gRPC is given of it is in it, so that a delivery takes room
// once and not for each of its parts.
type envelope struct {
	parts [3]mem.SliceBuffer
	list  [3]mem.Buffer
	// room has what is around the event, of a cursor that is not longer than most.
	room [40]byte
}

// newEnvelope returns the response with an event in its encoded form and the cursor after it, which is the field of that number.
func newEnvelope(event, cursor []byte, number protowire.Number) *envelope {
	e := &envelope{}
	own := protowire.AppendTag(e.room[:0], eventField, protowire.BytesType)
	own = protowire.AppendVarint(own, uint64(len(event)))
	head := len(own)
	own = protowire.AppendTag(own, number, protowire.BytesType)
	own = protowire.AppendBytes(own, cursor)
	e.parts = [3]mem.SliceBuffer{own[:head], event, own[head:]}
	return e
}

// encode returns the wire form of the response.
func (e *envelope) encode() mem.BufferSlice {
	for i := range e.parts {
		e.list[i] = &e.parts[i]
	}
	return e.list[:]
}

// inOnePiece returns bytes as gRPC takes them. What it needs to know of them takes room once.
func inOnePiece(b []byte) mem.BufferSlice {
	w := &struct {
		part mem.SliceBuffer
		list [1]mem.Buffer
	}{part: b}
	w.list[0] = &w.part
	return w.list[:]
}

// codec is the usual one, but for envelopes.
type codec struct {
	encoding.CodecV2
}

func newCodec() codec {
	return codec{encoding.GetCodecV2(proto.Name)}
}

// Unmarshal reads a message. gRPC answers one that cannot be read with INTERNAL, before any interceptor hears of it; so
// a message of the contract is marked as malformed instead, and validation refuses it with what is wrong.
func (c codec) Unmarshal(data mem.BufferSlice, v any) error {
	err := c.CodecV2.Unmarshal(data, v)
	m, ok := v.(protobuf.Message)
	if err == nil || !ok || !isContract(m) {
		return err
	}
	MarkMalformed(m, err)
	return nil
}

// MarkMalformed makes of a message one that could not be read, and why. It stays so on the wire.
func MarkMalformed(m protobuf.Message, err error) {
	protobuf.Reset(m)
	mark := protowire.AppendTag(nil, malformedField, protowire.BytesType)
	m.ProtoReflect().SetUnknown(protowire.AppendString(mark, err.Error()))
}

// malformedField is the highest number that a field can have; no message of the contract has it.
const malformedField = protowire.MaxValidNumber

// malformation returns what is wrong with a message that could not be read; empty for any other.
func malformation(m protobuf.Message) string {
	number, _, n := protowire.ConsumeTag(m.ProtoReflect().GetUnknown())
	if n < 0 || number != malformedField {
		return ""
	}
	text, _ := protowire.ConsumeString(m.ProtoReflect().GetUnknown()[n:])
	return text
}

// Marshal returns the wire form of a message or an envelope.
func (c codec) Marshal(v any) (mem.BufferSlice, error) {
	if e, ok := v.(*envelope); ok {
		return e.encode(), nil
	}
	if m, ok := v.(protobuf.Message); ok {
		b, err := record.Append(nil, m)
		return inOnePiece(b), err
	}
	return c.CodecV2.Marshal(v)
}

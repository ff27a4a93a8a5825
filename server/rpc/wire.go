package rpc

import (
	"cmp"

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

// maxFrame is the most that the tags and lengths of an envelope take, in bytes.
const maxFrame = 16

// envelope is a response that carries an event in its encoded form. It goes onto the wire without being decoded, and
// the bytes of the event are shared by all subscribers.
type envelope struct {
	event, cursor []byte
	// cursorField is the number of the cursor where it is not the usual one.
	cursorField protowire.Number
}

// encode returns the wire form of the response.
func (e envelope) encode() mem.BufferSlice {
	own := make([]byte, 0, maxFrame+len(e.cursor))
	own = protowire.AppendTag(own, eventField, protowire.BytesType)
	own = protowire.AppendVarint(own, uint64(len(e.event)))
	head := len(own)
	own = protowire.AppendTag(own, cmp.Or(e.cursorField, cursorField), protowire.BytesType)
	own = protowire.AppendBytes(own, e.cursor)
	return mem.BufferSlice{mem.SliceBuffer(own[:head]), mem.SliceBuffer(e.event), mem.SliceBuffer(own[head:])}
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
	if e, ok := v.(envelope); ok {
		return e.encode(), nil
	}
	if m, ok := v.(protobuf.Message); ok {
		b, err := record.Append(nil, m)
		return mem.BufferSlice{mem.SliceBuffer(b)}, err
	}
	return c.CodecV2.Marshal(v)
}

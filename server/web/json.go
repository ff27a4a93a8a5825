package web

import (
	"connectrpc.com/vanguard"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	"github.com/parley-interop/parley/server/rpc"
)

// strictJSON is the JSON form of messages. What it cannot read goes on as a message that is marked so: validation refuses
// it with a reason, as it does in the binary form.
type strictJSON struct {
	*vanguard.JSONCodec
}

func newJSON(types vanguard.TypeResolver) vanguard.Codec {
	return strictJSON{&vanguard.JSONCodec{
		MarshalOptions:   protojson.MarshalOptions{Resolver: types},
		UnmarshalOptions: protojson.UnmarshalOptions{Resolver: types},
	}}
}

// Unmarshal reads a message.
func (c strictJSON) Unmarshal(data []byte, m proto.Message) error {
	if err := c.JSONCodec.Unmarshal(data, m); err != nil {
		rpc.MarkMalformed(m, err)
	}
	return nil
}

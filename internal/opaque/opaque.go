// Package opaque writes small messages as bytes that callers hand back unread: cursors and page tokens. A checksum
// tells damage; the bytes hold no secret and grant nothing, so they need no signature.
package opaque

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"hash/fnv"

	"google.golang.org/protobuf/proto"

	"github.com/parley-interop/parley/internal/record"
)

// ErrDamaged means that the bytes are not what Encode made of a message of that type.
var ErrDamaged = errors.New("damaged")

var table = crc32.MakeTable(crc32.Castagnoli)

// usualSize is what a cursor takes that has nothing withheld, in bytes.
const usualSize = 32

// Encode returns the bytes of m with their checksum.
func Encode(m proto.Message) []byte {
	// Messages of fixed shape with valid text always encode; a broken one decodes as damaged.
	b, _ := record.Append(make([]byte, 0, usualSize), m)
	return binary.BigEndian.AppendUint32(b, crc32.Checksum(b, table))
}

// Decode reads into m what Encode made. Any other bytes, fields that m does not know included, are ErrDamaged.
func Decode(b []byte, m proto.Message) error {
	if len(b) < crc32.Size {
		return ErrDamaged
	}
	body, sum := b[:len(b)-crc32.Size], binary.BigEndian.Uint32(b[len(b)-crc32.Size:])
	if crc32.Checksum(body, table) != sum || proto.Unmarshal(body, m) != nil || len(m.ProtoReflect().GetUnknown()) > 0 {
		return ErrDamaged
	}
	return nil
}

// EncodeText is Encode in base64url without padding.
func EncodeText(m proto.Message) string {
	return base64.RawURLEncoding.EncodeToString(Encode(m))
}

// DecodeText is Decode of what EncodeText made.
func DecodeText(s string, m proto.Message) error {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return ErrDamaged
	}
	return Decode(b, m)
}

// Hash returns a hash of texts that tells their bounds apart. It is for telling things apart by mistake, not by malice.
func Hash(texts ...string) uint64 {
	h := fnv.New64a()
	for _, s := range texts {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(s)))
		_, _ = h.Write(size[:])
		_, _ = h.Write([]byte(s))
	}
	return h.Sum64()
}

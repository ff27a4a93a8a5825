package record

import (
	"bytes"
	"hash/maphash"
	"sync"

	"google.golang.org/protobuf/proto"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/recent"
)

// Peek returns the message under key as Get does, and costs less where the same is read again and again: what the store returns
// is decoded once, and remembered by its bytes. So what is returned is always what the transaction has read. The message may be
// shared: nobody may change it.
func Peek[T any, M Message[T]](tx store.ReadTx, key []byte) (M, error) {
	value, err := tx.Get(key)
	if value == nil || err != nil {
		return nil, err
	}
	if m, ok := memory.get(value).(M); ok {
		mustBe(value, m)
		return m, nil
	}
	m, err := Decode[T, M](value)
	if err == nil {
		memory.put(value, m)
	}
	return m, err
}

// Bounds of what is remembered.
const (
	maxDecoded      = 16 << 10 // messages in each half, see recent.Map
	maxDecodedBytes = 2 << 10  // of a message; larger ones are seldom read often
)

// memory is of the whole process: decoding depends on nothing but the bytes.
var memory = decoded{seed: maphash.MakeSeed()}

// decoded remembers messages by the bytes that they were decoded from.
type decoded struct {
	seed  maphash.Seed
	mu    sync.Mutex
	pairs recent.Map[uint64, pair]
}

type pair struct {
	value   []byte
	message proto.Message
}

// get returns the message of some bytes, or nil. The same bytes may have been decoded as a message of another type.
func (d *decoded) get(value []byte) proto.Message {
	h := maphash.Bytes(d.seed, value)
	d.mu.Lock()
	defer d.mu.Unlock()
	p, _ := d.pairs.Get(h, maxDecoded)
	if !bytes.Equal(p.value, value) {
		return nil
	}
	return p.message
}

func (d *decoded) put(value []byte, m proto.Message) {
	if len(value) > maxDecodedBytes {
		return
	}
	h := maphash.Bytes(d.seed, value)
	kept := bytes.Clone(value)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.pairs.Put(h, pair{kept, m}, maxDecoded)
}

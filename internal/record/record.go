// Package record reads and writes the protobuf messages that the store keeps.
package record

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"sync"

	"google.golang.org/protobuf/proto"

	"github.com/parley-interop/parley/internal/store"
)

// Message is a pointer to a generated message.
type Message[T any] interface {
	*T
	proto.Message
}

// Get returns the message under key, or nil if there is none.
func Get[T any, M Message[T]](tx store.ReadTx, key []byte) (M, error) {
	value, err := tx.Get(key)
	if value == nil || err != nil {
		return nil, err
	}
	return Decode[T, M](value)
}

// Read reads the message under key into m, and reports whether there is one. Get is simpler; this is for who has room for m already.
func Read(tx store.ReadTx, key []byte, m proto.Message) (bool, error) {
	value, err := tx.Get(key)
	if value == nil || err != nil {
		return false, err
	}
	return true, decode(value, m)
}

// Decode reads a message from the bytes that Set stored.
func Decode[T any, M Message[T]](value []byte) (M, error) {
	m := M(new(T))
	if err := decode(value, m); err != nil {
		return nil, err
	}
	return m, nil
}

func decode(value []byte, m proto.Message) error {
	if err := proto.Unmarshal(value, m); err != nil {
		return fmt.Errorf("decode stored %T: %w", m, err)
	}
	return nil
}

// Set stores a message under key.
func Set(tx store.Tx, key []byte, m proto.Message) error {
	return Encoded(m, func(value []byte) error {
		tx.Set(key, value)
		return nil
	})
}

// SetSoft is Set for what can be found in another way, as store.Tx says.
func SetSoft(tx store.Tx, key []byte, m proto.Message) error {
	return Encoded(m, func(value []byte) error {
		tx.SetSoft(key, value)
		return nil
	})
}

// maxLent is the largest buffer that is kept for the next message, in bytes.
const maxLent = 64 << 10

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// Encoded calls fn with the bytes that Decode reads, and returns its error. They are lent: another message takes their place when
// fn has returned. A store copies what it is given, so most messages need no memory of their own.
func Encoded(m proto.Message, fn func([]byte) error) error {
	return lend(func(b []byte) ([]byte, error) {
		b, err := Append(b, m)
		if err != nil {
			return b, fmt.Errorf("encode %T: %w", m, err)
		}
		return b, fn(b)
	})
}

// generated is a message that has generated code to encode itself, which takes a third of the time of reflection.
type generated interface {
	SizeVT() int
	MarshalToSizedBufferVT([]byte) (int, error)
}

// Append appends the encoded form of a message.
func Append(b []byte, m proto.Message) ([]byte, error) {
	g, ok := m.(generated)
	if !ok {
		return proto.MarshalOptions{}.MarshalAppend(b, m)
	}
	size := g.SizeVT()
	b = slices.Grow(b, size)
	_, err := g.MarshalToSizedBufferVT(b[len(b) : len(b)+size])
	return b[:len(b)+size], err
}

// Hash returns the SHA-256 of a label and a message. It is the same wherever the message is, in this version of the broker. What cannot
// be encoded, as text that is not UTF-8, does not count.
func Hash(label string, m proto.Message) (hash [sha256.Size]byte) {
	_ = lend(func(b []byte) ([]byte, error) {
		b = append(b, label...)
		if encoded, err := (proto.MarshalOptions{Deterministic: true}).MarshalAppend(b, m); err == nil {
			b = encoded
		}
		hash = sha256.Sum256(b)
		return b, nil
	})
	return hash
}

// lend calls fn with an empty buffer, and keeps what it returns for the next.
func lend(fn func([]byte) ([]byte, error)) error {
	buffer, _ := buffers.Get().(*[]byte)
	b, err := fn((*buffer)[:0])
	if cap(b) <= maxLent {
		*buffer = b
		buffers.Put(buffer)
	}
	return err
}

// Has reports whether there is anything under key.
func Has(tx store.ReadTx, key []byte) (bool, error) {
	value, err := tx.Get(key)
	return value != nil, err
}

// Any reports whether there is any key in r.
func Any(tx store.ReadTx, r store.Range) (bool, error) {
	r.Limit = 1
	for _, err := range tx.Scan(r) {
		return err == nil, err
	}
	return false, nil
}

// ErrStop ends Each early, without an error.
var ErrStop = errors.New("stop")

// Each calls fn with every key and message in r, in order. An error of fn ends it; ErrStop ends it without an error.
func Each[T any, M Message[T]](tx store.ReadTx, r store.Range, fn func(key []byte, m M) error) error {
	for pair, err := range tx.Scan(r) {
		if err != nil {
			return err
		}
		m, err := Decode[T, M](pair.Value)
		if err != nil {
			return err
		}
		if err := fn(pair.Key, m); err != nil {
			if errors.Is(err, ErrStop) {
				return nil
			}
			return err
		}
	}
	return nil
}

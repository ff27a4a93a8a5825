package pebble

import (
	"encoding/binary"

	"github.com/parley-interop/parley/internal/store"
)

// The first byte of a stored key names its space, so that no user key can meet the log or the description of the store.
const (
	metaSpace byte = iota
	logSpace
	dataSpace
	endSpace
)

// Keys of the description of the store.
var (
	formatKey = []byte{metaSpace, 'f'}
	epochKey  = []byte{metaSpace, 'e'}
)

// Bounds of the spaces.
var (
	logBegin  = []byte{logSpace}
	logEnd    = []byte{logSpace + 1}
	dataBegin = []byte{dataSpace}
	dataEnd   = []byte{endSpace}
)

// logKeySize is the size of the key of a log entry.
const logKeySize = 9

// appendLogKey appends the stored key of the log entry at p: big-endian, so that byte order is log order.
func appendLogKey(to []byte, p store.Position) []byte {
	return binary.BigEndian.AppendUint64(append(to, logSpace), uint64(p))
}

// logPosition reads a position back from the key of a log entry.
func logPosition(key []byte) store.Position {
	return store.Position(binary.BigEndian.Uint64(key[1:]))
}

// appendDataKey appends the stored key of a user key.
func appendDataKey(to, key []byte) []byte {
	return append(append(to, dataSpace), key...)
}

// dataBounds turns a range of user keys into bounds of stored keys.
func dataBounds(r store.Range) (lower, upper []byte) {
	lower, upper = dataBegin, dataEnd
	if r.From != nil {
		lower = appendDataKey(nil, r.From)
	}
	if r.To != nil {
		upper = appendDataKey(nil, r.To)
	}
	return lower, upper
}

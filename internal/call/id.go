package call

import (
	"crypto/rand"
	"encoding/binary"
	"time"

	"github.com/google/uuid"

	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/store/key"
)

// newID makes the id of a new call: a GUID of version 7, greater than that of every call before. Its time never goes back,
// whatever the clock does; within a millisecond the position in the log tells calls apart, and some chance makes ids
// hard to guess.
func newID(tx *ledger.Tx) (string, error) {
	last, err := tx.Get(key.CallClock())
	if err != nil {
		return "", err
	}
	now := uint64(tx.Now.UnixMilli())
	if len(last) == 8 {
		now = max(now, binary.BigEndian.Uint64(last))
	}
	tx.Set(key.CallClock(), binary.BigEndian.AppendUint64(nil, now))
	return compose(now, uint64(tx.Head())), nil
}

// compose lays out a GUID of version 7: 48 bits of time, 44 of position, 30 of chance.
func compose(milli, position uint64) string {
	var chance [4]byte
	_, _ = rand.Read(chance[:]) // it never fails
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], milli<<16|7<<12|position>>32&0xfff)
	binary.BigEndian.PutUint64(id[8:], 1<<63|position&0xffffffff<<30|uint64(binary.BigEndian.Uint32(chance[:])>>2))
	return id.String()
}

// earliest is how the ids begin, at the earliest, of calls that were started at a time or later.
func earliest(t time.Time) string {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], uint64(max(0, t.UnixMilli()))<<16)
	return id.String()[:13]
}

package feed

import (
	"bytes"
	"sync/atomic"

	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/store"
)

// decodedEntries is how many of the last entries stay decoded. It is more than a subscriber whose queue was given up lags behind, for two
// who are a full round apart take each other's place.
const decodedEntries = 4 << 10

// decoded keeps the last entries that somebody has decoded, for all who read them a little later: when a burst leaves a hundred
// subscribers behind, they catch up on the same entries. It is exact: an entry is the same only while the store returns the bytes
// that it was decoded from.
type decoded struct {
	slots [decodedEntries]atomic.Pointer[decodedEntry]
	used  atomic.Bool  // since the last tick
	calm  atomic.Int64 // how many ticks ago it was
}

// calmTicks is after how many ticks without an entry that had to be decoded all are forgotten: nobody is behind any more.
const calmTicks = 10

// tick is called from time to time.
func (d *decoded) tick() {
	if d.used.Swap(false) {
		d.calm.Store(0)
		return
	}
	if d.calm.Add(1) == calmTicks {
		for i := range d.slots {
			d.slots[i].Store(nil)
		}
	}
}

type decodedEntry struct {
	content []byte
	entry   *Entry
}

// entry returns an entry as it was stored.
func (d *decoded) entry(raw store.Entry) (*Entry, error) {
	slot := &d.slots[raw.Position%decodedEntries]
	if kept := slot.Load(); kept != nil && kept.entry.Position == raw.Position && bytes.Equal(kept.content, raw.Content) {
		return kept.entry, nil
	}
	record, err := event.Decode(raw.Content)
	if err != nil {
		return nil, err
	}
	e := &Entry{Position: raw.Position, Record: record, size: len(raw.Content)}
	slot.Store(&decodedEntry{bytes.Clone(raw.Content), e})
	d.used.Store(true)
	return e, nil
}

package pebble

import (
	"fmt"
	"sync/atomic"

	lsm "github.com/cockroachdb/pebble/v2"

	"github.com/parley-interop/parley/internal/store"
)

// pressure is how far what is written is ahead of what flushes and compactions bring to its place. Pebble would hold a batch
// back when it is too far, and for ever if they find no room; so the committer waits before it runs closures, and can refuse
// them.
type pressure struct {
	limit   uint64        // memory for what waits to be flushed, in bytes
	applied uint64        // bytes since the last look
	high    bool          // the last look saw too much
	eased   chan struct{} // holds a value when a flush or a compaction has ended since

	cramped atomic.Bool // the last compaction found no room
}

// Bounds at which the committer waits, and those above them at which Pebble would, which a batch more cannot reach.
const (
	waitTables = 3 // of memory
	stopTables = 6
	waitDepth  = 24 // of young tables above each other
	stopDepth  = 64
)

// waitFill is waitDepth as Pebble tells it: 1 is where it begins to merge young tables, half as deep as youngTables. How many
// sublevels they are in says nothing of the depth: of tables whose keys grow each may overlap no more than the one before, and so be
// a sublevel of its own that is never merged.
const waitFill = 2 * waitDepth / youngTables

func newPressure(o Options) *pressure {
	return &pressure{limit: waitTables * o.MemTableSize, eased: make(chan struct{}, 1)}
}

// ease notes the end of a flush or a compaction.
func (p *pressure) ease() {
	select {
	case p.eased <- struct{}{}:
	default:
	}
}

// compacted notes the end of a compaction. One that was cancelled tells nothing about room.
func (p *pressure) compacted(info lsm.CompactionInfo) {
	if info.Err == nil || wantsRoom(info.Err) {
		p.cramped.Store(info.Err != nil)
	}
	p.ease()
}

// isHigh looks at the engine, though not before a part of the bound has been written since it last looked.
func (p *pressure) isHigh(db *lsm.DB) bool {
	if !p.high && p.applied < p.limit/16 {
		return false
	}
	m := db.Metrics()
	p.applied = 0
	p.high = m.MemTable.Size > p.limit || m.Levels[0].FillFactor >= waitFill
	return p.high
}

// room waits while the pressure is high, and returns store.ErrFull if updates must wait for room.
func (s *Store) room() error {
	for {
		if err := s.gate.room(); err != nil {
			return err
		}
		if !s.pressure.isHigh(s.db) {
			return nil
		}
		if s.pressure.cramped.Load() {
			return fmt.Errorf("%w: compactions find no room on disk", store.ErrFull)
		}
		select {
		case <-s.pressure.eased:
		case <-s.gate.shut:
			return nil // fill refuses everything
		}
	}
}

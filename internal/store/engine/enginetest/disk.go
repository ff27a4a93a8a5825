package enginetest

import (
	"log/slog"
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs" //nolint:depguard // it stands in for the disk, and can lose its power

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/pebble"
)

// Disk is what keeps a store in a simulation, while the brokers on it come and go.
type Disk interface {
	// Open opens the store, in the bubble of the simulation.
	Open() (store.Store, error)
	// AfterCrash returns what there would be if the power went now. The store may be open.
	AfterCrash(random *rand.Rand) Disk
}

// NewDisk returns an empty disk of the engine that tests run on. It is made outside of the bubble.
func NewDisk(t testing.TB) Disk {
	if Shared() {
		return database{NewKeeper(t)}
	}
	return memory{vfs.NewCrashableMem()}
}

// memory keeps the embedded engine's files.
type memory struct{ *vfs.MemFS }

// Open implements Disk.
func (m memory) Open() (store.Store, error) {
	return pebble.Open("store", pebble.Options{
		FS: m.MemFS, CacheSize: 1 << 20, MemTableSize: 1 << 20, Reserve: -1, Logger: slog.New(slog.DiscardHandler),
	})
}

// AfterCrash implements Disk.
func (m memory) AfterCrash(random *rand.Rand) Disk {
	return memory{m.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 0, RNG: random})}
}

// database outlives the crash of a broker.
type database struct{ *Keeper }

// AfterCrash implements Disk.
func (d database) AfterCrash(*rand.Rand) Disk { return d }

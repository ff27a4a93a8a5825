package pebble

import (
	"log/slog"

	lsm "github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/parley-interop/parley/internal/store"
)

// Options of a store. The zero value is ready for production.
type Options struct {
	// FS is the file system that holds the store. Default: that of the operating system.
	FS vfs.FS
	// CacheSize bounds the memory for blocks read from disk, in bytes. Default: 64 MiB.
	CacheSize int64
	// ReadCacheSize bounds the memory for values that are read again and again, in bytes. Default: 32 MiB.
	ReadCacheSize int64
	// TailSize bounds the memory for the last entries of the log, in bytes of the batches that appended them. Default: 8 MiB.
	TailSize int
	// MemTableSize is the memory that collects writes before they go to a table on disk, in bytes; four of them may be in
	// memory at once. At least 64 KiB. Default: 64 MiB.
	MemTableSize uint64
	// Reserve is the free space, in bytes, below which updates are refused with store.ErrFull. Half of it is out of bounds
	// for flushes and compactions too, so that the log of commits never runs out of room by what the store itself writes.
	// Default: 256 MiB; a negative value means no reserve.
	Reserve int64
	// Epoch gives the log another epoch, once: a new one for the first opening of files that came from a backup, that of the
	// source for a copy. Default: the epoch stays as it is.
	Epoch store.Epoch
	// Logger gets what an operator should know. Default: slog.Default().
	Logger *slog.Logger
}

// Defaults of Options.
const (
	defaultCacheSize    = 64 << 20
	defaultReadCache    = 32 << 20
	defaultTailSize     = 8 << 20
	defaultMemTableSize = 64 << 20
	defaultReserve      = 256 << 20
	smallestMemTable    = 64 << 10
)

// withDefaults returns the options with every zero field replaced by its default.
func (o Options) withDefaults() Options {
	if o.FS == nil {
		o.FS = vfs.Default
	}
	if o.CacheSize <= 0 {
		o.CacheSize = defaultCacheSize
	}
	if o.ReadCacheSize <= 0 {
		o.ReadCacheSize = defaultReadCache
	}
	if o.TailSize <= 0 {
		o.TailSize = defaultTailSize
	}
	if o.MemTableSize == 0 {
		o.MemTableSize = defaultMemTableSize
	}
	o.MemTableSize = max(o.MemTableSize, smallestMemTable)
	if o.Reserve == 0 {
		o.Reserve = defaultReserve
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	return o
}

// engineFormat pins the format of Pebble's files, so that a new version of the library changes nothing by itself.
const engineFormat = lsm.FormatValueSeparation

// bloomBits is the size of the bloom filters, in bits per key: one in a hundred lookups of an absent key reads a block.
const bloomBits = 10

// usualMemTables is how many tables there are in memory in a busy time: one that is written to, one that is flushed. Pebble takes the
// room for them out of its cache; if that is no larger than they are, it caches nothing, and each look for a new key reads the disk.
const usualMemTables = 2

// tableSize is how large a table becomes, in bytes, on every level. Each has one bloom filter, which is read whole: those of tables
// that grow from level to level, as is usual, are as large as a shard of the cache, and throw each other out of it.
const tableSize = 16 << 20

// youngTables is how many young tables of the same keys come together before they are merged with the old ones. Twice as many as usual
// halve how often old ones are rewritten; a search asks the bloom filter of each.
const youngTables = 8

// blockSize is how much of a table is read and decompressed at a time, in bytes. The usual 4 KiB hold four entries of the log, which are
// read in long rows; single keys that are read often are in the cache.
const blockSize = 16 << 10

// engine returns the options of Pebble, which works above the gate and reports to the pressure.
func (o Options) engine(g *gate, p *pressure) *lsm.Options {
	e := &lsm.Options{
		FS:                          g,
		CacheSize:                   o.CacheSize + usualMemTables*int64(o.MemTableSize),
		FormatMajorVersion:          engineFormat,
		MemTableSize:                o.MemTableSize,
		MemTableStopWritesThreshold: stopTables + int(2*maxBatchBytes/o.MemTableSize),
		L0CompactionThreshold:       youngTables,
		L0CompactionFileThreshold:   64,
		L0StopWritesThreshold:       stopDepth,
		LBaseMaxBytes:               256 << 20,
		FlushSplitBytes:             4 << 20,
		MaxOpenFiles:                1000,
		BytesPerSync:                1 << 20,
		CompactionConcurrencyRange:  func() (int, int) { return 1, 2 },
		Logger:                      engineLogger{to: o.Logger, gate: g},
	}
	e.EventListener = &lsm.EventListener{
		FlushEnd:      func(lsm.FlushInfo) { p.ease() },
		CompactionEnd: p.compacted,
		// A damaged block is an error of whoever reads it, and no reason to stop everything.
		DataCorruption: func(info lsm.DataCorruptionInfo) { o.Logger.Error("stored data is damaged", "where", info.String()) },
	}
	e.Experimental.SpanPolicyFunc = kindEnd
	for i := range e.Levels {
		e.TargetFileSizes[i] = tableSize
		e.Levels[i].BlockSize = blockSize
		e.Levels[i].FilterPolicy = bloom.FilterPolicy(bloomBits)
	}
	return e
}

// kindEnd returns where the keys of the same kind end, and with them a table. What grows at its end, as the log does, then lies in
// tables of its own, and is not rewritten whenever what lies around it is merged.
func kindEnd(start []byte) (lsm.SpanPolicy, []byte, error) {
	if start[0] == dataSpace && len(start) > 1 && start[1] < 0xff {
		return lsm.SpanPolicy{}, []byte{dataSpace, start[1] + 1}, nil
	}
	return lsm.SpanPolicy{}, []byte{start[0] + 1}, nil
}

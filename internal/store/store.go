package store

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"math/rand/v2"
)

// Limits that every engine enforces with ErrTooLarge.
const (
	// MaxKeySize is the largest key, in bytes. A key has at least one byte.
	MaxKeySize = 1 << 10
	// MaxValueSize is the largest value or log entry, in bytes.
	MaxValueSize = 1 << 20
	// MaxTxSize is the largest sum of keys, values and entries that one closure writes, in bytes.
	MaxTxSize = 16 << 20
	// MaxBroadcastSize is the largest message that others hear, in bytes.
	MaxBroadcastSize = 4 << 10
)

// Errors of Update and View. Test with errors.Is; engines wrap them with their cause.
var (
	// ErrClosed means that the store was closed. Nothing happened.
	ErrClosed = errors.New("store is closed")
	// ErrFull means that the storage has no room left. Nothing happened; it may work later.
	ErrFull = errors.New("storage is full")
	// ErrTooLarge means that a limit of this package was exceeded, or that a key is empty. Nothing happened.
	ErrTooLarge = errors.New("key, value or transaction is too large")
	// ErrUncertain means that the outcome of the commit is unknown: read, or retry idempotently, to find out.
	ErrUncertain = errors.New("outcome of the commit is unknown")
	// ErrUnavailable means that the storage cannot be reached or has failed. Nothing happened; it may work later.
	ErrUnavailable = errors.New("storage is unavailable")
	// ErrNoEntry means that Rewrite was called for a position that is not in the log.
	ErrNoEntry = errors.New("no such log entry")
	// ErrLocked means that another process has the storage open.
	ErrLocked = errors.New("storage is in use by another process")
)

// Position numbers the entries of the log: 1, 2, 3, … without gaps. Zero stands before the first.
type Position uint64

// Epoch names one history of the log. It is chosen at random when a store is created or restored, and is never zero.
type Epoch uint64

// NewEpoch returns an epoch for a new history.
func NewEpoch() Epoch {
	return Epoch(rand.Uint64() | 1) //nolint:gosec // it tells histories apart and keeps nobody out
}

// Durability says what a returned Update has survived.
type Durability int

// The kinds of durability, weakest first.
const (
	// Buffered commits were handed to the storage, which may lose the latest of them with its power.
	Buffered Durability = iota + 1
	// Fsynced commits are on stable storage of one machine.
	Fsynced
	// Replicated commits are on stable storage of at least two machines.
	Replicated
)

// Store is one cell's state and log. All methods may be called from any goroutine.
type Store interface {
	// Update runs fn in a transaction that commits when fn returns nil; see the package comment for what is promised.
	// reads yields keys that fn will most likely Get, so that an engine with remote storage fetches those of a whole
	// batch in one round trip; they are a hint, which other engines do not ask for, and any other key may be read all the same.
	Update(ctx context.Context, fn func(Tx) error, reads ...iter.Seq[[]byte]) error
	// View runs fn on a consistent, durable snapshot. It returns what fn returns.
	View(ctx context.Context, fn func(ReadTx) error) error
	// Head returns the position of the last durable entry and a channel that is closed when there is a later one.
	Head() (Position, <-chan struct{})
	// Epoch returns the name of this history of the log.
	Epoch() Epoch
	// Durability says what a returned Update has survived.
	Durability() Durability
	// Broadcast hands a message to the other stores that have the same storage open. It returns at once. The message is never
	// stored and may be lost; one above MaxBroadcastSize always is.
	Broadcast(message []byte)
	// Broadcasts is where messages of the others come in; nil where there can be no others. Who does not read loses them.
	Broadcasts() <-chan []byte
	// Close waits for updates and views in flight and releases the storage. Further calls return nil.
	Close() error
}

// ReadTx reads one consistent state.
type ReadTx interface {
	// Get returns the value of key, or nil if there is none.
	Get(key []byte) ([]byte, error)
	// Scan yields the pairs of r in order. It stops after the first error.
	Scan(r Range) iter.Seq2[Pair, error]
	// Entry returns the content of the log entry at p, or nil if there is none.
	Entry(p Position) ([]byte, error)
	// Entries yields the log entries after a position in order, at most limit of them where limit is above zero.
	// It stops after the first error.
	Entries(after Position, limit int) iter.Seq2[Entry, error]
	// Head returns the position of the last entry that this transaction sees.
	Head() Position
	// Known returns what Derive would return for a key, if the engine remembers it.
	Known(key any) (any, bool)
	// Derive returns what find returns in this transaction, which an engine may remember as long as nothing of what find has read has
	// changed. Use Derived, which says more.
	Derive(key any, find func(ReadTx) (any, error)) (any, error)
}

// Derived returns what find returns for a key in a transaction, and mostly does without the call: engines remember what was found,
// as long as nothing of what find has read has changed. So what find returns may depend on nothing but the key and what it reads
// through the transaction that it is given. It is shared: nobody may change it. The type of the key names what is derived. Errors are
// not remembered.
func Derived[K comparable, V any](tx ReadTx, key K, find func(ReadTx, K) (V, error)) (V, error) {
	if known, ok := Known[K, V](tx, key); ok {
		return known, nil
	}
	found, err := tx.Derive(key, func(tx ReadTx) (any, error) { return find(tx, key) })
	value, _ := found.(V)
	return value, err
}

// Known returns what Derived would return for a key, if the engine remembers it. It is for who would make room to call Derived at all.
func Known[K comparable, V any](tx ReadTx, key K) (V, bool) {
	known, ok := tx.Known(key)
	value, _ := known.(V)
	return value, ok
}

// Tx reads and writes. A write that exceeds a limit, or a Rewrite of nothing, makes the transaction fail when its closure returns.
type Tx interface {
	ReadTx
	// Set stores value under key.
	Set(key, value []byte)
	// SetSoft stores a value that can be found in another way, if it must. An engine may forget it at any time; then Get returns nil,
	// and never a value from before. Views and Scans may lack it, so nothing may be derived from it.
	SetSoft(key, value []byte)
	// Delete removes key; an absent key is not an error.
	Delete(key []byte)
	// DeleteRange removes every key in [from, to); without an end it removes nothing.
	DeleteRange(from, to []byte)
	// Append adds an entry to the log and returns its position.
	Append(entry []byte) Position
	// Rewrite replaces the content of the entry at p, to erase or shorten it.
	Rewrite(p Position, entry []byte)
	// Fresh reports that key has no value, where the engine can tell without a search; after false only Get knows. It serves keys
	// that grow: of those that have their first `shared` bytes in common, new ones mostly come behind the old ones, and there is
	// one such number for all keys with the same first byte.
	Fresh(key []byte, shared int) bool
}

// Range selects keys for a Scan.
type Range struct {
	// From is the first key, inclusive; nil begins at the first key there is.
	From []byte
	// To is the end, exclusive; nil goes to the last key there is.
	To []byte
	// Reverse yields the last key first.
	Reverse bool
	// Limit bounds the number of pairs; zero means all of them.
	Limit int
}

// Within selects all keys that begin with prefix.
func Within(prefix []byte) Range {
	end := bytes.Clone(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i] != 0xff {
			end[i]++
			return Range{From: prefix, To: end[:i+1]}
		}
	}
	return Range{From: prefix}
}

// Pair is a key and its value.
type Pair struct {
	Key, Value []byte
}

// Entry is one entry of the log.
type Entry struct {
	Position Position
	Content  []byte
}

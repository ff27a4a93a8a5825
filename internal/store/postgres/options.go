package postgres

import (
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/parley-interop/parley/internal/store"
)

// Options of a store. The zero value is ready for production.
type Options struct {
	// Timeout bounds each exchange with the database, waiting for other brokers included. A broker that hangs in the middle of
	// a batch loses its turn after this time. At least 100 ms. Default: 10 s.
	Timeout time.Duration
	// ConnectTimeout bounds each attempt to connect. Default: 5 s.
	ConnectTimeout time.Duration
	// Readers is how many snapshots views can read at the same time, each on a connection of its own; views beyond that share
	// the next one. A store has two connections besides. Default: pool_max_conns of the address, or 16.
	Readers int
	// CacheSize bounds the memory for values that were read, in bytes: a quarter of it is for views. Default: 64 MiB.
	CacheSize int
	// Poll is how often the head of the log is looked up in case that a notification was lost. Default: 1 s.
	Poll time.Duration
	// SynchronousCommit is the setting synchronous_commit of the connection that writes: on, remote_apply, remote_write, local
	// or off. With off, the server may lose the latest commits. Default: on, whatever the server's default is.
	SynchronousCommit string
	// Cell is the name of the cell that the database must hold, as Store.Cell returns it. Default: any.
	Cell string
	// Epoch gives the log another epoch, once: a new one for the first opening of a database that came from a backup, that of the
	// source for a copy; by one broker alone. Brokers that are open on the same database refuse to go on. Default: the epoch
	// stays as it is.
	Epoch store.Epoch
	// Logger gets what an operator should know. Default: slog.Default().
	Logger *slog.Logger
}

// Defaults of Options.
const (
	defaultTimeout        = 10 * time.Second
	smallestTimeout       = 100 * time.Millisecond
	defaultConnectTimeout = 5 * time.Second
	defaultReaders        = 16
	defaultCacheSize      = 64 << 20
	defaultPoll           = time.Second
	defaultCommit         = "on"
)

// commitLevels are the values of Options.SynchronousCommit.
var commitLevels = []string{"on", "remote_apply", "remote_write", "local", "off"}

// withDefaults returns the options with every zero field replaced by its default, or why they make no sense.
func (o Options) withDefaults() (Options, error) {
	setDefault(&o.Timeout, defaultTimeout)
	setDefault(&o.ConnectTimeout, defaultConnectTimeout)
	setDefault(&o.CacheSize, defaultCacheSize)
	setDefault(&o.Poll, defaultPoll)
	setDefault(&o.SynchronousCommit, defaultCommit)
	o.Timeout = max(o.Timeout, smallestTimeout)
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if !slices.Contains(commitLevels, o.SynchronousCommit) {
		return o, fmt.Errorf("synchronous_commit cannot be %q: use one of %q", o.SynchronousCommit, commitLevels)
	}
	return o, nil
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

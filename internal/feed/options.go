package feed

import (
	"log/slog"
	"time"
)

// Options configure a hub.
type Options struct {
	// Clock tells the time; nil is time.Now.
	Clock func() time.Time
	// MaxSubscriptions bounds the subscriptions at one time; 0 means 100000.
	MaxSubscriptions int
	// Log takes what goes wrong; nil is slog.Default.
	Log *slog.Logger

	sizes sizes
}

// sizes are how much is done at once. Tests make them small, so that a short log goes all ways.
type sizes struct {
	// batch is how many entries the hub reads at once.
	batch int
	// queue is how many entries wait for a subscription before it goes back to reading the store.
	queue int
	// page is how many entries are read from the store for one subscription at a time, and pageBytes how many bytes of them.
	page, pageBytes int
	// scan is how many entries of the log are looked through at a time for those that may be seen.
	scan int
}

var defaultSizes = sizes{batch: 512, queue: 1024, page: 1024, pageBytes: 1 << 20, scan: 4096}

func (o Options) withDefaults() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.MaxSubscriptions == 0 {
		o.MaxSubscriptions = 100_000
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.sizes == (sizes{}) {
		o.sizes = defaultSizes
	}
	return o
}

// Package timer does things when they are due. A timer is part of the store: it is set and cleared in the transaction of
// what it belongs to, outlives the process, and is done in one transaction with its removal, so it is done once even
// where several brokers share a store.
package timer

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"google.golang.org/protobuf/types/known/emptypb"

	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const (
	// batch is how many timers are looked up at once.
	batch = 128
	// longestWait is how long a runner waits before it looks again, for timers may be set by others.
	longestWait = time.Second
)

// Set makes something of a kind due for a subject. Setting the same again changes nothing.
func Set(tx store.Tx, due time.Time, kind, subject string) {
	tx.Set(key.Timer(uint64(due.UnixMicro()), kind, subject), nil)
}

// Clear takes back what Set did with the same arguments, if it is not done yet.
func Clear(tx store.Tx, due time.Time, kind, subject string) {
	tx.Delete(key.Timer(uint64(due.UnixMicro()), kind, subject))
}

// Handler does what is due for a subject, in the transaction that removes the timer. It may set timers anew. After an
// error nothing has happened, and it is called again a little later.
type Handler func(tx *ledger.Tx, subject string) error

// Runner does what is due.
type Runner struct {
	ledger   *ledger.Ledger
	handlers map[string]Handler
	log      *slog.Logger
}

// NewRunner returns a runner with one handler for each kind.
func NewRunner(l *ledger.Ledger, handlers map[string]Handler, log *slog.Logger) *Runner {
	return &Runner{ledger: l, handlers: handlers, log: log}
}

// Run does what is due until the context ends.
func (r *Runner) Run(ctx context.Context) {
	ticker := time.NewTicker(longestWait)
	defer ticker.Stop()
	for {
		if err := r.Fire(ctx); err != nil && ctx.Err() == nil {
			r.log.Error("doing what is due failed", "error", err)
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}

// Fire does everything that is due now by the ledger's clock. One that fails does not keep the others; the last error is
// returned.
func (r *Runner) Fire(ctx context.Context) error {
	var last error
	var from []byte
	for {
		keys, err := r.due(ctx, from)
		if err != nil || len(keys) == 0 {
			return errorOr(err, last)
		}
		for _, k := range keys {
			if err := r.fire(ctx, k); err != nil {
				last = err
			}
		}
		from = slices.Concat(keys[len(keys)-1], []byte{0})
	}
}

func errorOr(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// due returns the keys of the next timers that are due, from a key on.
func (r *Runner) due(ctx context.Context, from []byte) ([][]byte, error) {
	timers := key.TimersUntil(uint64(r.ledger.Now().UnixMicro()))
	timers.Limit = batch
	if from != nil {
		timers.From = from
	}
	var keys [][]byte
	err := r.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(timers) {
			if err != nil {
				return err
			}
			keys = append(keys, append([]byte(nil), pair.Key...))
		}
		return nil
	})
	return keys, err
}

// fire does one timer, unless somebody else has.
func (r *Runner) fire(ctx context.Context, k []byte) error {
	_, kind, subject, _ := key.ReadTimer(k)
	handler, ok := r.handlers[kind]
	if !ok {
		r.log.Warn("a timer is of a kind that this version does not know", "kind", kind, "subject", subject)
		return nil
	}
	w := ledger.Write{Caller: access.Caller{}, Method: "timer/" + kind}
	_, err := ledger.Do(ctx, r.ledger, w, func(tx *ledger.Tx) (*emptypb.Empty, error) {
		there, err := record.Has(tx, k)
		if err != nil || !there {
			return &emptypb.Empty{}, err
		}
		tx.Delete(k)
		return &emptypb.Empty{}, handler(tx, subject)
	})
	return err
}

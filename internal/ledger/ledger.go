// Package ledger runs the mutations of every domain: each in one transaction, at most once for an idempotency key, with
// the time, the actor and the audit trail of its entries filled in, and an acknowledgement that says what it has survived.
package ledger

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"strconv"
	"time"

	"google.golang.org/protobuf/proto"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Ledger writes to one store by one clock. It may be used by any number of goroutines.
type Ledger struct {
	store store.Store
	clock func() time.Time
}

// New returns a ledger on a store. clock tells the time; it is called within transactions.
func New(s store.Store, clock func() time.Time) *Ledger {
	return &Ledger{store: s, clock: clock}
}

// Store returns the store that the ledger writes to.
func (l *Ledger) Store() store.Store { return l.store }

// Now returns the time of the ledger's clock.
func (l *Ledger) Now() time.Time { return l.clock() }

// Write describes a mutation.
type Write struct {
	// Caller is who asks for it.
	Caller access.Caller
	// Method is the full name of the method, such as `parley.chat.v1.ChatService/SendMessage`.
	Method string
	// Request is what was asked. It tells a repeated request from a different one with the same idempotency key.
	Request proto.Message
	// Key is the idempotency key; empty for none.
	Key string
	// Reads yields keys that the mutation will most likely read; nil for none.
	Reads iter.Seq[[]byte]
}

// Tx is the transaction of one mutation.
type Tx struct {
	store.Tx
	// Now is the time of the mutation: one for all that it writes.
	Now time.Time
	// Caller is who asked for it.
	Caller access.Caller

	method     string
	durability store.Durability
}

// Do runs fn in a transaction and returns its answer once that is durable. A request that repeats the idempotency key of
// an earlier one gets the first answer, and fn does not run; the same key with a different request is
// IDEMPOTENCY_KEY_REUSED. An answer is kept until the end of the following day (UTC), so for at least 24 hours.
func Do[T any, M record.Message[T]](ctx context.Context, l *Ledger, w Write, fn func(tx *Tx) (M, error)) (M, error) {
	m := &mutation[M]{tx: prepare(&w)}
	m.once.fill(&w)
	m.reads[0] = l.reads(w.Reads, &m.once)
	err := l.store.Update(ctx, func(stx store.Tx) (err error) {
		l.begin(&m.tx, stx)
		m.response, err = run(&m.tx, &m.once, fn)
		return err
	}, m.reads[:]...)
	if err != nil {
		return nil, err
	}
	return m.response, nil
}

// mutation is what a closure needs and leaves, in one piece.
type mutation[M any] struct {
	once     once
	tx       Tx
	reads    [1]iter.Seq[[]byte]
	response M
}

// Result is what came of one mutation of several.
type Result[M any] struct {
	// Response is the answer.
	Response M
	// Refusal is why there is none; nil where there is.
	Refusal *reason.Error
}

// DoAll is Do for several mutations in one transaction, one after the other. begun is called when the transaction begins, which
// it may do more than once; other transactions of this process that are asked for later come after it. fn is given the index of
// the mutation to do. What it refuses with a *reason.Error, before it has written anything, is refused alone; any other error
// fails all of them.
func DoAll[T any, M record.Message[T]](ctx context.Context, l *Ledger, writes []Write, begun func(), fn func(tx *Tx, i int) (M, error)) ([]Result[M], error) {
	onces, reads := make([]once, len(writes)), make([]iter.Seq[[]byte], len(writes))
	for i := range writes {
		onces[i].fill(&writes[i])
		reads[i] = l.reads(writes[i].Reads, &onces[i])
	}
	results := make([]Result[M], len(writes))
	err := l.store.Update(ctx, func(stx store.Tx) error {
		begun()
		tx := &Tx{} // one after the other, they need one place
		for i := range writes {
			*tx = prepare(&writes[i])
			l.begin(tx, stx)
			response, err := run(tx, &onces[i], func(tx *Tx) (M, error) { return fn(tx, i) })
			refusal, refused := errors.AsType[*reason.Error](err)
			if err != nil && !refused {
				return err
			}
			results[i] = Result[M]{Response: response, Refusal: refusal}
		}
		return nil
	}, reads...)
	if err != nil {
		return nil, err
	}
	return results, nil
}

// prepare makes the transaction of one mutation before it begins.
func prepare(w *Write) Tx {
	return Tx{Caller: w.Caller, method: w.Method}
}

// begin begins a transaction that was prepared; it may do so again.
func (l *Ledger) begin(tx *Tx, within store.Tx) {
	tx.Tx, tx.Now, tx.durability = within, l.clock(), l.store.Durability()
}

// once makes sure that a request has an effect only once; it is zero where there is no idempotency key.
type once struct {
	key  string
	name [key.RequestNameSize]byte // of the request, by the caller and the key
	hash [hashSize]byte            // of what was asked
	// grows says that names of later requests are mostly behind this one.
	grows bool
	room  [key.IdempotencySize]byte // for the key of an answer
}

// hashSize is how much is kept of the SHA-256 of a request, in bytes. Only its own caller could find another one that has the same.
const hashSize = 16

// fill makes a zero once that of a mutation.
func (o *once) fill(w *Write) {
	if w.Key == "" {
		return
	}
	hash := record.Hash(w.Method, w.Request)
	o.key, o.name, o.hash, o.grows = w.Key, key.RequestName(w.Caller.Name(), w.Key), [hashSize]byte(hash[:]), key.Grows(w.Key)
}

// on returns the key of the answer of a day. The next one takes its place.
func (o *once) on(day uint64) []byte { return key.AppendIdempotency(o.room[:0], day, o.name[:]) }

// run runs fn unless the request was answered before, and remembers its answer.
func run[T any, M record.Message[T]](tx *Tx, o *once, fn func(tx *Tx) (M, error)) (M, error) {
	if o.key == "" {
		return fn(tx)
	}
	days, err := store.Derived(tx, keptDays{}, findDays)
	if err != nil {
		return nil, err
	}
	first, err := recall[T, M](tx, o, days)
	if first != nil || err != nil {
		return first, err
	}
	response, err := fn(tx)
	if err != nil {
		return nil, err
	}
	return response, remember(tx, o, days, response)
}

// reads yields the keys that a mutation will most likely read.
func (l *Ledger) reads(own iter.Seq[[]byte], o *once) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		if own != nil {
			for k := range own {
				if !yield(k) {
					return
				}
			}
		}
		today := day(l.clock())
		_ = o.key == "" || yield(key.IdempotencyDays()) && yield(key.Idempotency(today, o.name[:])) && yield(key.Idempotency(today-1, o.name[:]))
	}
}

// keptDays names what days may have first answers, among what is derived from the state.
type keptDays struct{}

func findDays(tx store.ReadTx, _ keptDays) (*recordv1.IdempotencyDays, error) {
	return record.Get[recordv1.IdempotencyDays](tx, key.IdempotencyDays())
}

// daysKept are the days whose answers count, from the first to the last: this one and the one before and, as a clock may have
// been set back over midnight, the one to come. Days that never had an answer are left out.
func daysKept(tx *Tx, days *recordv1.IdempotencyDays) (first, last uint64) {
	today := day(tx.Now)
	return max(days.GetFirst(), today-1), min(days.GetLast(), today+1)
}

// keepDay adds the day of the transaction to the days that have answers.
func keepDay(tx *Tx, days *recordv1.IdempotencyDays) error {
	today := day(tx.Now)
	switch {
	case days == nil:
		return record.Set(tx, key.IdempotencyDays(), &recordv1.IdempotencyDays{First: today, Last: today})
	case days.GetFirst() <= today && today <= days.GetLast():
		return nil
	default:
		wider := &recordv1.IdempotencyDays{First: min(days.GetFirst(), today), Last: max(days.GetLast(), today)}
		return record.Set(tx, key.IdempotencyDays(), wider)
	}
}

// recall returns the first answer to a repeated request, and nil for a new one.
func recall[T any, M record.Message[T]](tx *Tx, o *once, days *recordv1.IdempotencyDays) (M, error) {
	from, to := daysKept(tx, days)
	for d := from; d <= to; d++ {
		k := o.on(d)
		if o.grows && tx.Fresh(k, key.IdempotencyShared) {
			continue
		}
		first, err := record.Get[recordv1.Idempotency](tx, k)
		if err != nil {
			return nil, err
		}
		if first == nil {
			continue
		}
		if !bytes.Equal(first.GetRequestHash(), o.hash[:]) {
			return nil, reason.New(typev1.Reason_REASON_IDEMPOTENCY_KEY_REUSED, "idempotency_key %q was used for a different request: make a new key for each request, and repeat it only with the same request", o.key)
		}
		return record.Decode[T, M](first.GetResponse())
	}
	return nil, nil
}

func remember(tx *Tx, o *once, days *recordv1.IdempotencyDays, response proto.Message) error {
	if err := keepDay(tx, days); err != nil {
		return err
	}
	return record.Encoded(response, func(b []byte) error {
		return record.Set(tx, o.on(day(tx.Now)), &recordv1.Idempotency{RequestHash: o.hash[:], Response: b})
	})
}

// day counts days since 1970.
func day(t time.Time) uint64 { return uint64(t.Unix() / (24 * 60 * 60)) }

// Sweep forgets the answers that need not be kept any more. It is cheap and may be called at any time.
func (l *Ledger) Sweep(ctx context.Context) error {
	old := key.IdempotencyBefore(day(l.clock()) - 1)
	return l.store.Update(ctx, func(tx store.Tx) error {
		tx.DeleteRange(old.From, old.To)
		return nil
	})
}

// Publish appends an entry about subject. It fills in the time and, where a key was used, puts the entry in the audit trail.
func (t *Tx) Publish(e *recordv1.Entry, subject string) (store.Position, error) {
	if t.Caller.KeyID != "" {
		return t.PublishAudited(e, subject)
	}
	return t.publish(e)
}

// PublishAudited is Publish for what belongs in the audit trail whoever does it.
func (t *Tx) PublishAudited(e *recordv1.Entry, subject string) (store.Position, error) {
	e.Actor = t.Caller.Actor(t.method, subject)
	e.Topics = append(e.GetTopics(), event.Audit)
	for _, owner := range []string{e.GetResourceId(), e.GetTenantId()} {
		if owner != "" {
			e.Topics = append(e.GetTopics(), event.AuditOf(owner))
		}
	}
	return t.publish(e)
}

func (t *Tx) publish(e *recordv1.Entry) (store.Position, error) {
	e.Time = t.Now.UnixMicro()
	return event.Append(t.Tx, e)
}

// Commit returns the acknowledgement of what the transaction has done so far.
func (t *Tx) Commit() *typev1.Commit {
	return &typev1.Commit{Durability: durabilities[t.durability], Revision: Revision(t.Head())}
}

var durabilities = map[store.Durability]typev1.Durability{
	store.Buffered:   typev1.Durability_DURABILITY_BUFFERED,
	store.Fsynced:    typev1.Durability_DURABILITY_FSYNCED,
	store.Replicated: typev1.Durability_DURABILITY_REPLICATED,
}

// Revision names the state after a position.
func Revision(p store.Position) string { return strconv.FormatUint(uint64(p), 36) }

// CheckRevision makes sure that tx sees at least the state that a revision names; the empty one is any state.
// An error is REVISION_INVALID.
func CheckRevision(tx store.ReadTx, revision string) error {
	if revision == "" {
		return nil
	}
	p, err := strconv.ParseUint(revision, 36, 64)
	if err != nil || store.Position(p) > tx.Head() {
		return reason.New(typev1.Reason_REASON_REVISION_INVALID, "revision %q is not one of this broker: use one that a write or a decision returned", revision)
	}
	return nil
}

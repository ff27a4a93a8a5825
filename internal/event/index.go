package event

import (
	"context"
	"log/slog"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"google.golang.org/protobuf/encoding/protowire"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const (
	// portion is how many entries are indexed together at most, and so how far apart the positions of one part can be. Parts may
	// become narrower in a later version, never wider.
	portion = 4096
	// manyParts is how many parts are enough for one transaction: others wait for it.
	manyParts = 1024
	// indexPause is how long to wait at least until the log is looked at again.
	indexPause = 50 * time.Millisecond
)

// KeepIndex indexes what is added to a log, until the context ends. Any number of brokers that share a store may do so.
func KeepIndex(ctx context.Context, s store.Store, log *slog.Logger) {
	var indexed store.Position
	for {
		head, more := s.Head()
		if head >= indexed+portion {
			var err error
			if indexed, err = Index(ctx, s, portion); err != nil && ctx.Err() == nil {
				log.Warn("indexing the log failed: it is tried again, and until then some subscribers take longer to catch up", "error", err)
			}
		}
		if !pause(ctx, more) {
			return
		}
	}
}

// pause waits until there is more in the log, and then a little, by chance not as long as other brokers do. It reports whether to go on.
func pause(ctx context.Context, more <-chan struct{}) bool {
	select {
	case <-more:
	case <-ctx.Done():
		return false
	}
	select {
	case <-time.After(indexPause + rand.N(indexPause)): //nolint:gosec // nothing is secret
		return true
	case <-ctx.Done():
		return false
	}
}

// Index indexes what is in the log, at most n entries at a time, as long as there are n that are not indexed. It returns how far the
// log is indexed then. n is at most 4096.
func Index(ctx context.Context, s store.Store, n int) (store.Position, error) {
	for {
		var p parts
		err := s.View(ctx, func(tx store.ReadTx) (err error) {
			p, err = nextParts(tx, n)
			return err
		})
		if err != nil || p.last == p.after {
			return p.last, err
		}
		if err := p.write(ctx, s); err != nil {
			return p.after, err
		}
	}
}

// parts are what a portion of the log adds to the index. They are written together, so parts of a topic never overlap.
type parts struct {
	after, last store.Position // of the portion; they are the same where there is not enough in the log yet
	positions   map[string][]store.Position
}

// nextParts returns the parts of the next entries that are not indexed, n of them or fewer, if they are of many topics.
func nextParts(tx store.ReadTx, n int) (parts, error) {
	indexed, err := Indexed(tx)
	p := parts{after: indexed, last: indexed, positions: map[string][]store.Position{}}
	if err != nil || tx.Head() < indexed+store.Position(n) {
		return p, err
	}
	for e, err := range tx.Entries(indexed, n) {
		if err == nil {
			err = p.add(e)
		}
		if err != nil {
			return parts{after: indexed, last: indexed}, err
		}
		p.last = e.Position
		if len(p.positions) >= manyParts {
			break
		}
	}
	return p, nil
}

// topicsField is the number of the field of an entry that has its topics.
var topicsField = (&recordv1.Entry{}).ProtoReflect().Descriptor().Fields().ByName("topics").Number()

// add adds an entry to the parts of its topics. Nothing else of it is decoded.
func (p parts) add(e store.Entry) error {
	for b := e.Content; len(b) > 0; {
		number, kind, size := protowire.ConsumeTag(b)
		if size < 0 {
			return protowire.ParseError(size)
		}
		b = b[size:]
		if size = protowire.ConsumeFieldValue(number, kind, b); size < 0 {
			return protowire.ParseError(size)
		}
		if number == topicsField && kind == protowire.BytesType {
			topic, _ := protowire.ConsumeBytes(b)
			p.note(topic, e.Position)
		}
		b = b[size:]
	}
	return nil
}

func (p parts) note(topic []byte, at store.Position) {
	known, ok := p.positions[string(topic)]
	if !ok && isTrail(string(topic)) || len(known) > 0 && known[len(known)-1] == at {
		return
	}
	p.positions[string(topic)] = append(known, at)
}

// write adds the parts to the index, in the order of their keys, unless another broker has come first.
func (p parts) write(ctx context.Context, s store.Store) error {
	topics := slices.Sorted(maps.Keys(p.positions))
	return s.Update(ctx, func(tx store.Tx) error {
		indexed, err := Indexed(tx)
		if err != nil || indexed != p.after {
			return err
		}
		for _, topic := range topics {
			if err := setPart(tx, topic, p.positions[topic]); err != nil {
				return err
			}
		}
		return record.Set(tx, key.TopicIndex(), &recordv1.TopicIndex{Position: uint64(p.last)})
	})
}

func setPart(tx store.Tx, topic string, positions []store.Position) error {
	last := positions[len(positions)-1]
	part := &recordv1.TopicPart{}
	for _, p := range positions[:len(positions)-1] {
		part.Before = append(part.Before, uint64(last-p))
	}
	return record.Set(tx, key.TopicPart(topic, last), part)
}

// Indexed returns how far the log is indexed.
func Indexed(tx store.ReadTx) (store.Position, error) {
	index, err := record.Get[recordv1.TopicIndex](tx, key.TopicIndex())
	return store.Position(index.GetPosition()), err
}

// Positions returns the positions of the entries of a topic from one position to another, in order, at most limit of them. It finds
// what is indexed only.
func Positions(tx store.ReadTx, topic string, from, to store.Position, limit int) ([]store.Position, error) {
	r := key.TopicParts(topic, from, to+portion-1)
	r.Limit = limit
	var found []store.Position
	err := record.Each(tx, r, func(k []byte, part *recordv1.TopicPart) error {
		last := store.Position(key.Number(k))
		for _, before := range append(part.GetBefore(), 0) {
			switch p := last - store.Position(before); {
			case p > to || len(found) == limit:
				return record.ErrStop
			case p >= from:
				found = append(found, p)
			}
		}
		return nil
	})
	return found, err
}

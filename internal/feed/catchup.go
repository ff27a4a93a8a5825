package feed

import (
	"cmp"
	"context"
	"slices"

	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const (
	// pageSize is how many entries are read from the store for one subscription at a time.
	pageSize = 256
	// scanSize is how many entries of the log are looked through at a time for those that may be seen.
	scanSize = 4096
)

// catchUp reads the next page of what may be seen up to upTo.
func (s *Subscription) catchUp(ctx context.Context) error {
	return s.ask(ctx, func(tx store.ReadTx) error {
		if len(s.reopened) > 0 {
			return nil
		}
		spans, err := s.audience.Spans(tx)
		if err != nil {
			return err
		}
		entries, read, err := s.read(tx, spans, s.at.position, s.upTo)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := s.send(e, s.gate(tx, e.Record.GetResourceId())); err != nil {
				return err
			}
		}
		s.at.position = max(s.at.position, read)
		return nil
	})
}

// replay sends the next page of what was withheld of a resource that is open again.
func (s *Subscription) replay(ctx context.Context) error {
	resource := s.reopened[0]
	return s.hub.store.View(ctx, func(tx store.ReadTx) error {
		spans, err := s.audience.Spans(tx)
		if err != nil {
			return err
		}
		spans = slices.DeleteFunc(spans, func(sp Span) bool { return sp.Resource != resource })
		entries, read, err := s.read(tx, spans, s.at.withheld[resource], s.at.position)
		if err != nil {
			return err
		}
		for _, e := range entries {
			s.at.withheld[resource] = e.Position
			s.ready = append(s.ready, Delivery{Entry: e, Cursor: s.cursor()})
		}
		s.at.withheld[resource] = read
		if read >= s.at.position {
			delete(s.at.withheld, resource)
			s.reopened = s.reopened[1:]
		}
		return nil
	})
}

// read returns the next entries of the spans after one position and up to another, and how far it has read.
func (s *Subscription) read(tx store.ReadTx, spans []Span, after, upTo store.Position) ([]*Entry, store.Position, error) {
	if after >= upTo {
		return nil, upTo, nil
	}
	if near := upTo-after <= scanSize; near || !indexed(spans) {
		return s.readLog(tx, spans, after, upTo)
	}
	return s.readIndex(tx, spans, after, upTo)
}

// indexed reports whether the store has an index of every span.
func indexed(spans []Span) bool {
	return !slices.ContainsFunc(spans, func(s Span) bool { return s.Topic == Within(s.Resource) })
}

// readLog looks through the log itself: the way for a subscriber that is nearly there, or that sees most of it.
func (s *Subscription) readLog(tx store.ReadTx, spans []Span, after, upTo store.Position) ([]*Entry, store.Position, error) {
	byTopic := map[string][]Span{}
	for _, sp := range spans {
		byTopic[sp.Topic] = append(byTopic[sp.Topic], sp)
	}
	var entries []*Entry
	read := after
	for raw, err := range tx.Entries(after, int(min(upTo-after, scanSize))) {
		if err != nil {
			return nil, 0, err
		}
		rec, err := event.Decode(raw.Content)
		if err != nil {
			return nil, 0, err
		}
		e := &Entry{Position: raw.Position, Record: rec}
		read = raw.Position
		if !seen(byTopic, e) || !s.audience.Selects(rec) {
			continue
		}
		if entries = append(entries, e); len(entries) == pageSize {
			break
		}
	}
	return entries, read, nil
}

// seen reports whether an entry is in one of the spans.
func seen(byTopic map[string][]Span, e *Entry) bool {
	return slices.ContainsFunc(topicsOf(e.Record), func(topic string) bool {
		return slices.ContainsFunc(byTopic[topic], func(sp Span) bool { return sp.holds(e.Position) })
	})
}

// readIndex reads the index of each span: the way for a subscriber that was long away from a busy log.
func (s *Subscription) readIndex(tx store.ReadTx, spans []Span, after, upTo store.Position) ([]*Entry, store.Position, error) {
	positions, err := nextPositions(tx, spans, after, upTo)
	if err != nil {
		return nil, 0, err
	}
	var entries []*Entry
	read := upTo
	if len(positions) == pageSize {
		read = positions[pageSize-1]
	}
	for _, p := range positions {
		rec, err := event.Read(tx, p)
		if err != nil {
			return nil, 0, err
		}
		if s.audience.Selects(rec) {
			entries = append(entries, &Entry{Position: p, Record: rec})
		}
	}
	return entries, read, nil
}

// nextPositions returns the first pageSize positions of all spans together, in order, each once.
func nextPositions(tx store.ReadTx, spans []Span, after, upTo store.Position) ([]store.Position, error) {
	var positions []store.Position
	for _, sp := range spans {
		from, to := max(after+1, sp.From), min(upTo, sp.end())
		if from > to {
			continue
		}
		r := key.TopicBetween(sp.Topic, from-1, to)
		r.Limit = pageSize
		for pair, err := range tx.Scan(r) {
			if err != nil {
				return nil, err
			}
			positions = append(positions, store.Position(key.Number(pair.Key)))
		}
		positions = first(positions)
	}
	return positions, nil
}

// first sorts positions and keeps the first pageSize of them, each once.
func first(positions []store.Position) []store.Position {
	slices.SortFunc(positions, cmp.Compare[store.Position])
	positions = slices.Compact(positions)
	return positions[:min(len(positions), pageSize)]
}

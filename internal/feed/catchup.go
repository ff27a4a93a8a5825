package feed

import (
	"context"
	"slices"
	"strings"

	"google.golang.org/protobuf/proto"

	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/store"
)

// dense is how many entries of the log can be read in a row in the time that one takes by itself.
const dense = 4

// catchUp sends the next page of what may be seen up to upTo.
func (s *Subscription) catchUp(ctx context.Context) error {
	var page []*Entry
	var read store.Position
	err := s.ask(ctx, func(tx store.ReadTx, may *sight) error {
		var err error
		page, read, err = s.read(tx, may, s.at.position, s.upTo)
		for _, e := range page {
			_ = s.gate(tx, e.Record.GetResourceId()) // for send to know
		}
		return err
	})
	if err != nil {
		return err
	}
	s.ready = slices.Grow(s.ready, len(page))
	for _, e := range page {
		if err := s.send(e, s.gates[e.Record.GetResourceId()]); err != nil {
			return err
		}
	}
	s.at.position = read
	if read >= s.upTo {
		s.sight = nil
	}
	if s.late && read >= s.upTo {
		s.greet, s.late = true, false
	}
	return nil
}

// replay sends the next page of what was withheld of a resource that is open again.
func (s *Subscription) replay(ctx context.Context) error {
	resource := s.reopened[0]
	var page []*Entry
	var read store.Position
	err := s.ask(ctx, func(tx store.ReadTx, may *sight) error {
		var err error
		page, read, err = s.read(tx, may, s.at.withheld[resource], s.at.position)
		return err
	})
	if err != nil || !slices.Contains(s.reopened, resource) {
		return err // it was closed again
	}
	for _, e := range page {
		if e.Record.GetResourceId() == resource {
			s.at.withhold(resource, e.Position)
			s.ready = append(s.ready, Delivery{Entry: e, Cursor: s.cursor()})
		}
	}
	s.at.withhold(resource, read)
	if read >= s.at.position {
		delete(s.at.withheld, resource)
		s.reopened = slices.DeleteFunc(s.reopened, func(r string) bool { return r == resource })
	}
	return nil
}

// read returns the next entries that may be seen after one position and up to another, and how far it has read.
func (s *Subscription) read(tx store.ReadTx, may *sight, after, upTo store.Position) ([]*Entry, store.Position, error) {
	if after >= upTo {
		return nil, upTo, nil
	}
	if near := upTo-after <= store.Position(s.hub.options.sizes.scan); near || s.thick || !indexable(may.spans) {
		return s.readLog(tx, may, after, upTo)
	}
	indexed, err := event.Indexed(tx)
	if err != nil {
		return nil, 0, err
	}
	if after >= indexed {
		return s.readLog(tx, may, after, upTo)
	}
	return s.readIndex(tx, may, after, min(upTo, indexed))
}

// indexable reports whether there can be an index of every span.
func indexable(spans []Span) bool {
	return !slices.ContainsFunc(spans, func(s Span) bool { return strings.HasPrefix(s.Topic, within) })
}

// readLog looks through the log itself: the way for a subscriber that is nearly there, or that sees most of it.
func (s *Subscription) readLog(tx store.ReadTx, may *sight, after, upTo store.Position) ([]*Entry, store.Position, error) {
	sizes := s.hub.options.sizes
	var page []*Entry
	read, room := after, sizes.pageBytes
	for e, err := range s.hub.entries(tx, after, int(min(upTo-after, store.Position(sizes.scan)))) {
		if err != nil {
			return nil, 0, err
		}
		read = e.Position
		if !may.shows(e) || !s.audience.Selects(e.Record) {
			continue
		}
		page = append(page, e)
		if room -= e.size; room <= 0 || len(page) == sizes.page {
			break
		}
	}
	s.thick = int(read-after) <= dense*len(page)
	return page, read, nil
}

// readIndex reads the index of each span: the way for a subscriber that was long away from a busy log.
func (s *Subscription) readIndex(tx store.ReadTx, may *sight, after, upTo store.Position) ([]*Entry, store.Position, error) {
	limit := s.hub.options.sizes.page
	positions, err := nextPositions(tx, may.spans, after, upTo, limit)
	if err != nil {
		return nil, 0, err
	}
	if len(positions) == limit {
		upTo = positions[limit-1]
	}
	if upTo-after <= store.Position(dense*len(positions)) {
		return s.readLog(tx, may, after, upTo)
	}
	var page []*Entry
	room := s.hub.options.sizes.pageBytes
	for _, p := range positions {
		record, err := event.Read(tx, p)
		if err != nil {
			return nil, 0, err
		}
		if s.audience.Selects(record) {
			page = append(page, &Entry{Position: p, Record: record})
		}
		if room -= proto.Size(record); room <= 0 {
			return page, p, nil
		}
	}
	return page, upTo, nil
}

// nextPositions returns the first positions of all spans together, in order, each once.
func nextPositions(tx store.ReadTx, spans []Span, after, upTo store.Position, limit int) ([]store.Position, error) {
	var next []store.Position
	for _, span := range spans {
		if len(next) == limit {
			upTo = next[limit-1] // nothing behind it can be among the first
		}
		from, to := max(after+1, span.From), min(upTo, span.end())
		if from > to {
			continue
		}
		found, err := event.Positions(tx, span.Topic, from, to, limit)
		if err != nil {
			return nil, err
		}
		next = append(next, found...)
		slices.Sort(next)
		next = slices.Compact(next)
		next = next[:min(len(next), limit)]
	}
	return next, nil
}

package transfer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"github.com/parley-interop/parley/internal/store"
)

// writer puts what it is given into the target, about a megabyte in each transaction.
type writer struct {
	ctx      context.Context
	to       store.Store
	progress func(what string, done int64)
}

// log copies the entries that the target does not have yet.
func (w *writer) log(source store.ReadTx) error {
	done, _ := w.to.Head()
	var pending []store.Entry
	size := 0
	flush := func() error {
		if err := w.append(pending); err != nil {
			return err
		}
		if n := len(pending); n > 0 {
			w.progress("log entries", int64(pending[n-1].Position))
		}
		pending, size = pending[:0], 0
		return nil
	}
	for e, err := range source.Entries(done, 0) {
		if err != nil {
			return err
		}
		pending = append(pending, e)
		if size += len(e.Content); size >= portion {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// append adds entries where they belong. Those that are there already, because an answer was lost, stay.
func (w *writer) append(entries []store.Entry) error {
	return w.to.Update(w.ctx, func(tx store.Tx) error {
		for _, e := range entries {
			if e.Position > tx.Head() {
				tx.Append(e.Content)
			}
		}
		return nil
	})
}

// state makes the target's keys those of the source. What a copy that was broken off has left is replaced.
func (w *writer) state(source store.ReadTx) error {
	var pending []store.Pair
	var from []byte
	size, done := 0, int64(0)
	flush := func(to []byte) error {
		if err := w.replace(store.Range{From: from, To: to}, pending); err != nil {
			return err
		}
		done += int64(len(pending))
		w.progress("keys", done)
		from, pending, size = to, pending[:0], 0
		return nil
	}
	for p, err := range source.Scan(store.Range{}) {
		if err != nil {
			return err
		}
		if size >= portion {
			if err := flush(bytes.Clone(p.Key)); err != nil {
				return err
			}
		}
		pending = append(pending, p)
		size += len(p.Key) + len(p.Value)
	}
	return flush(bytes.Repeat([]byte{0xff}, store.MaxKeySize))
}

// replace makes pairs all that there is in a range, but for the mark.
func (w *writer) replace(r store.Range, pairs []store.Pair) error {
	return w.to.Update(w.ctx, func(tx store.Tx) error {
		if r.From == nil {
			r.From = []byte{0}
		}
		tx.DeleteRange(r.From, r.To)
		for _, p := range pairs {
			tx.Set(p.Key, p.Value)
		}
		if bytes.Compare(r.From, unfinished) <= 0 && bytes.Compare(unfinished, r.To) < 0 {
			tx.Set(unfinished, []byte{1})
		}
		return nil
	})
}

// summarize reads a whole store.
func summarize(tx store.ReadTx) (s Summary, err error) {
	log, state := sha256.New(), sha256.New()
	for e, err := range tx.Entries(0, 0) {
		if err != nil {
			return s, err
		}
		s.Entries++
		add(log, binary.BigEndian.AppendUint64(nil, uint64(e.Position)), e.Content)
	}
	for p, err := range tx.Scan(store.Range{}) {
		if err != nil {
			return s, err
		}
		if bytes.Equal(p.Key, unfinished) {
			continue
		}
		s.Keys++
		add(state, p.Key, p.Value)
	}
	log.Sum(s.LogHash[:0])
	state.Sum(s.StateHash[:0])
	return s, nil
}

// add hashes parts so that no two lists of them are alike.
func add(h hash.Hash, parts ...[]byte) {
	for _, p := range parts {
		_, _ = h.Write(binary.BigEndian.AppendUint32(nil, uint32(len(p))))
		_, _ = h.Write(p)
	}
}

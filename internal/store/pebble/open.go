package pebble

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"

	lsm "github.com/cockroachdb/pebble/v2"

	"github.com/parley-interop/parley/internal/store"
)

// format is the version of what this package writes into Pebble: its key spaces and their contents.
const format = 1

// Open opens the store in dir, or creates it there. The caller must Close it. The error is store.ErrLocked if the directory is
// open already, in this process or another. Files of a newer version of this program, or of another one, are refused.
func Open(dir string, options Options) (*Store, error) {
	o := options.withDefaults()
	if err := o.FS.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create the store directory: %w", err)
	}
	lock, err := lsm.LockDirectory(dir, o.FS)
	if file := (*fs.PathError)(nil); errors.As(err, &file) {
		return nil, fmt.Errorf("lock the store directory: %w", err)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: lock %s: %w", store.ErrLocked, dir, err)
	}
	s, err := open(dir, lock, o)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open the store in %s: %w", dir, err), lock.Close())
	}
	return s, nil
}

func open(dir string, lock *lsm.Lock, o Options) (*Store, error) {
	g := newGate(dir, o)
	p := newPressure(o)
	engine := o.engine(g, p)
	engine.Lock = lock
	db, err := lsm.Open(dir, engine)
	if err != nil {
		return nil, err
	}
	s := &Store{
		db: db, gate: g, pressure: p, lock: lock, logger: o.Logger,
		queue:   newQueue(),
		cache:   newCache(o.ReadCacheSize),
		tail:    newTail(o.TailSize),
		syncing: make(chan *batch, maxSyncing),
		stopped: make(chan struct{}),
	}
	if err := errors.Join(s.load(o.Epoch), g.failure()); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	s.newest.start(newView(db, s.last, 0, &s.views))
	go s.commitLoop()
	go s.syncLoop()
	go s.rescue()
	return s, nil
}

// load reads the description of the store, or writes it into a new one, and finds the end of the log.
func (s *Store) load(wanted store.Epoch) error {
	found, err := s.description(formatKey)
	if err != nil {
		return err
	}
	if found > format {
		return fmt.Errorf("the files have format %d, and this version knows none above %d: use a newer version", found, format)
	}
	if found == 0 {
		if err := s.mustBeEmpty(); err != nil {
			return err
		}
	}
	if found == 0 && wanted == 0 {
		wanted = store.NewEpoch()
	}
	if wanted != 0 {
		if err := s.describe(wanted); err != nil {
			return err
		}
	}
	epoch, err := s.description(epochKey)
	if err != nil {
		return err
	}
	s.epoch = store.Epoch(epoch)
	s.last, err = s.lastPosition()
	return err
}

// describe writes the format and the epoch.
func (s *Store) describe(epoch store.Epoch) error {
	b := s.db.NewBatch()
	defer b.Close()
	for _, set := range []struct {
		key   []byte
		value uint64
	}{{formatKey, format}, {epochKey, uint64(epoch)}} {
		if err := b.Set(set.key, binary.BigEndian.AppendUint64(nil, set.value), nil); err != nil {
			return err
		}
	}
	return b.Commit(lsm.Sync)
}

// description returns a number of the description, or zero in a new store.
func (s *Store) description(key []byte) (uint64, error) {
	value, closer, err := s.db.Get(key)
	if errors.Is(err, lsm.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer closer.Close()
	if len(value) != 8 {
		return 0, fmt.Errorf("the description of the store is damaged: %q has %d bytes", key[1:], len(value))
	}
	return binary.BigEndian.Uint64(value), nil
}

// mustBeEmpty refuses files that hold something but no description: they are not ours.
func (s *Store) mustBeEmpty() error {
	it, err := s.db.NewIter(nil)
	if err != nil {
		return err
	}
	defer it.Close()
	if it.First() {
		return errors.New("the files are of another program")
	}
	return it.Error()
}

// lastPosition finds the end of the log.
func (s *Store) lastPosition() (store.Position, error) {
	it, err := s.db.NewIter(&lsm.IterOptions{LowerBound: logBegin, UpperBound: logEnd})
	if err != nil {
		return 0, err
	}
	defer it.Close()
	if !it.Last() {
		return 0, it.Error()
	}
	return logPosition(it.Key()), nil
}

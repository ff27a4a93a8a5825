package postgres

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/parley-interop/parley/internal/store"
)

// Pauses between two attempts of the listener to connect.
const (
	firstPause = 50 * time.Millisecond
	lastPause  = 2 * time.Second
)

const lookUpHead = `select position, epoch from parley.head`

// listen tells of entries that other brokers append, until the context ends.
func (s *Store) listen(ctx context.Context) {
	for pause := firstPause; ctx.Err() == nil; pause = min(2*pause, lastPause) {
		heard, err := s.hear(ctx)
		if heard {
			pause = firstPause
		}
		if ctx.Err() != nil {
			return
		}
		s.options.Logger.Warn("the connection that tells of other brokers' commits is lost: trying again", "cause", err, "pause", pause)
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

// hear listens on one connection until that breaks. It tells whether it got as far as listening.
func (s *Store) hear(ctx context.Context) (heard bool, err error) {
	conn, err := s.dialer.connect(ctx, listener)
	if err != nil {
		return false, err
	}
	defer disconnect(conn)
	if _, err := conn.Exec(ctx, "listen "+channel+"; listen "+broadcastChannel); err != nil {
		return false, err
	}
	for {
		if err := s.look(ctx, conn); err != nil {
			return heard, err
		}
		heard = true
		if err := s.wait(ctx, conn); err != nil {
			return heard, err
		}
	}
}

// look reads the head, in case that a notification was lost.
func (s *Store) look(ctx context.Context, conn *pgx.Conn) error {
	ctx, cancel := s.options.within(ctx)
	defer cancel()
	var (
		p     store.Position
		epoch int64
	)
	if err := conn.QueryRow(ctx, lookUpHead).Scan(&p, &epoch); err != nil {
		return err
	}
	if store.Epoch(epoch) != s.epoch {
		return errEpoch
	}
	s.newest.publish(p)
	return nil
}

// wait passes notifications on until it is time to look again.
func (s *Store) wait(ctx context.Context, conn *pgx.Conn) error {
	enough, cancel := context.WithTimeout(ctx, s.options.Poll)
	defer cancel()
	for {
		n, err := conn.WaitForNotification(enough)
		switch {
		case err == nil && n.Channel == broadcastChannel:
			s.heard(n.Payload)
		case err == nil:
			if p, err := strconv.ParseUint(n.Payload, 10, 63); err == nil {
				s.newest.publish(store.Position(p))
			}
		case ctx.Err() == nil && errors.Is(enough.Err(), context.DeadlineExceeded) && !conn.IsClosed():
			return nil
		default:
			return err
		}
	}
}

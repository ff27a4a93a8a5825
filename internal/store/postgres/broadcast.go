package postgres

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/parley-interop/parley/internal/store"
)

// broadcastChannel is where brokers tell each other what is never stored.
const broadcastChannel = "parley_broadcast"

// broadcast sends messages, in one exchange with the database however many there are.
const broadcast = `select pg_notify('` + broadcastChannel + `', m) from unnest($1::text[]) m`

// Bounds of the messages that wait; more are lost.
const (
	maxOutgoing = 1024
	maxIncoming = 1024
)

// Broadcast implements store.Store.
func (s *Store) Broadcast(message []byte) {
	if len(message) > store.MaxBroadcastSize {
		return
	}
	select {
	case s.outgoing <- seal(s.writer, message):
	default:
	}
}

// Broadcasts implements store.Store.
func (s *Store) Broadcasts() <-chan []byte { return s.incoming }

// cry sends what is broadcast, until the context ends. What cannot be sent is lost.
func (s *Store) cry(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case first := <-s.outgoing:
			if err := s.send(ctx, s.gather(first)); err != nil && ctx.Err() == nil {
				s.options.Logger.Warn("messages to other brokers are lost", "cause", err)
			}
		}
	}
}

// gather returns all that waits to be sent.
func (s *Store) gather(first string) []string {
	all := []string{first}
	for len(all) < maxOutgoing {
		select {
		case next := <-s.outgoing:
			all = append(all, next)
		default:
			return all
		}
	}
	return all
}

func (s *Store) send(ctx context.Context, messages []string) error {
	ctx, cancel := s.options.within(ctx)
	defer cancel()
	_, err := s.readers.Exec(ctx, broadcast, messages)
	return err
}

// heard passes on what another broker has broadcast.
func (s *Store) heard(payload string) {
	message, ok := unseal(s.writer, payload)
	if !ok {
		return
	}
	select {
	case s.incoming <- message:
	default:
	}
}

// seal makes text of a message, with its sender.
func seal(sender int64, message []byte) string {
	return strconv.FormatInt(sender, 36) + " " + base64.StdEncoding.EncodeToString(message)
}

// unseal reads what seal made; false for what somebody else has written, and for a broker's own message.
func unseal(own int64, payload string) ([]byte, bool) {
	sender, text, ok := strings.Cut(payload, " ")
	if !ok || sender == strconv.FormatInt(own, 36) {
		return nil, false
	}
	message, err := base64.StdEncoding.DecodeString(text)
	return message, err == nil && len(message) <= store.MaxBroadcastSize
}

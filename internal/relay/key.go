package relay

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const keySize = 32

// Key returns the key that the credentials of a cell are made with. It is kept in the store from the first time on, so that
// all brokers on the store know the credentials of each other, and those from before a restart.
func Key(ctx context.Context, s store.Store) ([]byte, error) {
	at := key.Meta("relay key")
	made := make([]byte, keySize)
	_, _ = rand.Read(made) // it never fails
	var kept []byte
	err := s.Update(ctx, func(tx store.Tx) error {
		found, err := tx.Get(at)
		if kept = append([]byte(nil), found...); err == nil && found == nil {
			kept = made
			tx.Set(at, made)
		}
		return err
	}, slices.Values([][]byte{at}))
	if err != nil {
		return nil, err
	}
	if len(kept) != keySize {
		return nil, fmt.Errorf("the relay's key in the store is damaged: it has %d bytes", len(kept))
	}
	return kept, nil
}

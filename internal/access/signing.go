package access

import (
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// AddSigningKey makes a new key that signs tokens from now on. Tokens of older signing keys stay valid.
func AddSigningKey(tx store.Tx, now time.Time) error {
	seed := make([]byte, ed25519.SeedSize)
	_, _ = rand.Read(seed) // never fails
	k := &recordv1.SigningKey{KeyId: strings.ToLower(rand.Text()), Seed: seed, CreateTime: now.UnixMicro()}
	return record.Set(tx, key.SigningKey(k.GetKeyId()), k)
}

// newestSigningKey returns the key that signs now.
func newestSigningKey(tx store.ReadTx) (*recordv1.SigningKey, error) {
	var newest *recordv1.SigningKey
	err := record.Each[recordv1.SigningKey](tx, key.SigningKeys(), func(_ []byte, k *recordv1.SigningKey) error {
		if newest == nil || k.GetCreateTime() > newest.GetCreateTime() {
			newest = k
		}
		return nil
	})
	if err == nil && newest == nil {
		err = fmt.Errorf("the store has no signing key: it was not prepared by a first start")
	}
	return newest, err
}

// maxSigningKeyID bounds the ids that are looked up, in bytes; a token may name any.
const maxSigningKeyID = 64

// signingKey returns the key of an id, or nil if there is none.
func signingKey(tx store.ReadTx, id string) (*recordv1.SigningKey, error) {
	if id == "" || len(id) > maxSigningKeyID {
		return nil, nil
	}
	return record.Get[recordv1.SigningKey](tx, key.SigningKey(id))
}

func private(k *recordv1.SigningKey) (ed25519.PrivateKey, error) {
	if len(k.GetSeed()) != ed25519.SeedSize {
		return nil, fmt.Errorf("signing key %s is damaged: its seed has %d bytes", k.GetKeyId(), len(k.GetSeed()))
	}
	return ed25519.NewKeyFromSeed(k.GetSeed()), nil
}

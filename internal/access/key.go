package access

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Key is a key as its holder has it: a public id and a secret. Its text form is `<prefix><id>_<secret>`, where the prefix
// tells what kind of key it is, so that secret scanners find keys that leaked.
type Key struct {
	// Kind is what the key lets in: the operator, a resource or a tenant's administrator.
	Kind typev1.CallerKind
	// ID is the public part.
	ID string

	secret string
}

// keyMark is what the text form of every key begins with, and of no token.
const keyMark = "parley_"

var keyPrefixes = map[typev1.CallerKind]string{
	typev1.CallerKind_CALLER_KIND_OPERATOR:     keyMark + "op_",
	typev1.CallerKind_CALLER_KIND_RESOURCE:     keyMark + "rk_",
	typev1.CallerKind_CALLER_KIND_TENANT_ADMIN: keyMark + "tk_",
}

// Sizes of the parts of a key.
const (
	keyIDSize   = 26 // characters, of 5 bits each
	secretBytes = 32
)

var secretText = base64.RawURLEncoding.Strict()

// NewKey makes a key of a kind, with a secret of 256 random bits.
func NewKey(kind typev1.CallerKind) Key {
	secret := make([]byte, secretBytes)
	_, _ = rand.Read(secret) // never fails
	return Key{Kind: kind, ID: strings.ToLower(rand.Text()), secret: secretText.EncodeToString(secret)}
}

// ParseKey reads the text form of a key. An error is CREDENTIAL_MALFORMED, and says nothing of the text.
func ParseKey(text string) (Key, error) {
	for kind, prefix := range keyPrefixes {
		rest, ok := strings.CutPrefix(text, prefix)
		if !ok {
			continue
		}
		id, secret, _ := strings.Cut(rest, "_")
		if isKeyID(id) && isSecret(secret) {
			return Key{Kind: kind, ID: id, secret: secret}, nil
		}
	}
	return Key{}, reason.New(typev1.Reason_REASON_CREDENTIAL_MALFORMED, "the key is damaged: it has the form parley_<op|rk|tk>_<id>_<secret>, copy it whole")
}

func isKeyID(s string) bool {
	return len(s) == keyIDSize && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz234567") == ""
}

func isSecret(s string) bool {
	b, err := secretText.DecodeString(s)
	return err == nil && len(b) == secretBytes && !strings.ContainsAny(s, "\r\n")
}

// Text returns the whole key. It is a secret: never log it.
func (k Key) Text() string { return keyPrefixes[k.Kind] + k.ID + "_" + k.secret }

// String returns the key without its secret, so that no log has it by mistake.
func (k Key) String() string { return keyPrefixes[k.Kind] + k.ID + "_…" }

// GoString is String.
func (k Key) GoString() string { return k.String() }

// hash is what the store keeps of the secret. The secret is random, so one round of SHA-256 is as good as many.
func (k Key) hash() []byte {
	h := sha256.Sum256([]byte(k.secret))
	return h[:]
}

// fits reports whether the record is of this key. It takes as long for a wrong secret as for the right one.
func (k Key) fits(r *recordv1.Key) bool {
	return subtle.ConstantTimeCompare(k.hash(), r.GetSecretHash()) == 1 && r.GetKind() == k.Kind
}

// Describe returns the key without its secret, as its owner sees it.
func (k Key) Describe(slot adminv1.KeySlot, now time.Time) *adminv1.Key {
	return &adminv1.Key{KeyId: k.ID, Slot: slot, CreateTime: timestamppb.New(now)}
}

// PutKey lets the key in from now on, as the one that its owner has in a slot; the one that was there is worthless.
// ownerID is a resource or a tenant, and empty for the operator.
func PutKey(tx store.Tx, ownerID string, k Key, slot adminv1.KeySlot, now time.Time) error {
	old, err := tx.Get(key.OwnerKey(ownerID, uint64(slot)))
	if err != nil {
		return err
	}
	if old != nil {
		tx.Delete(key.Key(string(old)))
	}
	tx.Set(key.OwnerKey(ownerID, uint64(slot)), []byte(k.ID))
	return record.Set(tx, key.Key(k.ID), &recordv1.Key{Key: k.Describe(slot, now), Kind: k.Kind, OwnerId: ownerID, SecretHash: k.hash()})
}

// Keys returns the keys of an owner by slot, without their secrets. ownerID is empty for the operator.
func Keys(tx store.ReadTx, ownerID string) ([]*adminv1.Key, error) {
	var keys []*adminv1.Key
	for pair, err := range tx.Scan(key.OwnerKeys(ownerID)) {
		if err != nil {
			return nil, err
		}
		r, err := record.Get[recordv1.Key](tx, key.Key(string(pair.Value)))
		if err != nil {
			return nil, err
		}
		keys = append(keys, r.GetKey())
	}
	return keys, nil
}

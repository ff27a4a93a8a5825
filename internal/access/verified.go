package access

import (
	"crypto/sha256"
	"sync"

	"github.com/parley-interop/parley/internal/store/recent"
)

// verified is what is known of a token whose signature was checked. It says nothing of its revocation.
type verified struct {
	caller Caller
	signer string
}

// verifiedTokens remembers checked tokens by the hash of their text, so that a signature is checked once and not with
// each request.
type verifiedTokens struct {
	mu    sync.Mutex
	known recent.Map[credentialHash, verified]
}

type credentialHash = [sha256.Size]byte

// usualCredential is more than the usual credential has, in bytes.
const usualCredential = 1 << 10

// hashOf returns the hash of a credential, which stands for it so that nothing keeps the secret. Only a long one takes room on the heap.
func hashOf(bearer string) credentialHash {
	var room [usualCredential]byte
	return sha256.Sum256(append(room[:0], bearer...))
}

// maxVerified is the size of a half of recent.Map, in tokens.
const maxVerified = 8 << 10

func (v *verifiedTokens) get(h credentialHash) (verified, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.known.Get(h, maxVerified)
}

func (v *verifiedTokens) put(h credentialHash, token verified) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.known.Put(h, token, maxVerified)
}

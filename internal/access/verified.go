package access

import (
	"crypto/sha256"
	"sync"
)

// verified is what is known of a token whose signature was checked. It says nothing of its revocation.
type verified struct {
	caller Caller
	signer string
}

// verifiedTokens remembers checked tokens by the hash of their text, so that a signature is checked once and not with
// each request. It holds two halves: what is used moves to the young half, and when that is full the old half goes.
type verifiedTokens struct {
	mu         sync.Mutex
	young, old map[credentialHash]verified
}

type credentialHash = [sha256.Size]byte

// maxVerified is the size of one half, in tokens.
const maxVerified = 8 << 10

func (v *verifiedTokens) get(h credentialHash) (verified, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if found, ok := v.young[h]; ok {
		return found, true
	}
	found, ok := v.old[h]
	if ok {
		v.add(h, found)
	}
	return found, ok
}

func (v *verifiedTokens) put(h credentialHash, token verified) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.add(h, token)
}

func (v *verifiedTokens) add(h credentialHash, token verified) {
	if v.young == nil || len(v.young) >= maxVerified {
		v.young, v.old = make(map[credentialHash]verified), v.young
	}
	v.young[h] = token
}

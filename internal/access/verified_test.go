package access

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"testing"
)

func TestRememberedTokensAreBounded(t *testing.T) {
	hash := func(n int) (h credentialHash) {
		binary.BigEndian.PutUint64(h[:], uint64(n))
		return h
	}
	v := &verifiedTokens{}
	for n := range 5 * maxVerified {
		v.put(hash(n), verified{})
		if _, ok := v.get(hash(0)); !ok {
			t.Fatalf("a token in use was forgotten after %d others", n)
		}
	}
	if held := v.known.Len(); held > 2*maxVerified {
		t.Errorf("%d tokens are held", held)
	}
	if _, ok := v.get(hash(1)); ok {
		t.Error("a token that nobody uses is remembered for ever")
	}
}

func TestTheHashOfACredentialIsOfAllOfIt(t *testing.T) {
	for _, size := range []int{0, 1, usualCredential - 1, usualCredential, usualCredential + 1, maxTokenSize} {
		text := strings.Repeat("x", size)
		if hashOf(text) != sha256.Sum256([]byte(text)) {
			t.Errorf("the hash of %d bytes is another", size)
		}
	}
}

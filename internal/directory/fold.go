package directory

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Bounds of what the indexes hold of a name, in bytes, so that keys stay below the limit of the store also where every
// byte has to be escaped. Folding can make a name several times longer.
const (
	maxIndexed   = 400
	maxPrincipal = 300
)

// fold maps texts that differ in case only, or in how their accents are composed, to the same text.
func fold(s string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(s)))
}

// indexed cuts a folded display name, or a prefix of one, to what the index holds of it.
func indexed(folded string) string {
	if len(folded) <= maxIndexed {
		return folded
	}
	end := maxIndexed
	for !utf8.RuneStart(folded[end]) {
		end--
	}
	return folded[:end]
}

// principal is the form of a user principal name that is unique in a tenant.
func principal(name string) string {
	folded := fold(name)
	if len(folded) <= maxPrincipal {
		return folded
	}
	// No name of this length begins with a zero byte and a hash by chance.
	sum := sha256.Sum256([]byte(folded))
	return "\x00" + hex.EncodeToString(sum[:])
}

// Package key builds every key of the broker's state, and nothing else does. A key is a tag that names the kind of
// thing, then components in the order in which they are scanned. Text is escaped and terminated, so no text is a prefix
// of another and the order of keys is the order of their components; numbers are eight bytes, most significant first.
package key

import (
	"encoding/binary"
	"strings"

	"github.com/parley-interop/parley/internal/store"
)

// tag is the first byte of a key. Tags are on disk: never renumber one.
type tag byte

const (
	tagMeta tag = iota + 1
	tagResource
	tagTenant
	tagKey
	tagOwnerKey
	tagSigningKey
	tagTokenState
	tagUser
	tagCustomID
	tagTenantUser
	tagTenantOf
	tagPrincipalName
	tagDisplayName
	tagGroup
	tagGroupMember
	tagMemberGroup
	tagVoiceApplication
	tagFederation
	tagPolicy
	tagGrant
	tagPolicyGrant
	tagGroupRank
	tagThread
	tagThreadHead
	tagUserThread
	tagResourceThread
	tagParticipant
	tagMessage
	tagReceipt
	tagIdempotency
	tagTrail
	tagCounters
	tagTimer
	tagCall
	tagCallClock
	tagCallParty
	tagResourceCall
	tagLiveCall
	tagRinging
	tagSignalPair
	tagSignal
	tagNotice
	tagDevice
	tagLease
	tagLeaseStream
	tagIdempotencyDays
	tagGroupGrants
	tagTopicPart
	tagTopicIndex
)

// Text ends with two bytes below any escaped content; a zero byte within it is followed by a byte above them.
const (
	terminator = "\x00\x01"
	escapedNul = "\x00\xff"
)

func build(t tag, texts ...string) []byte {
	size := 1 + len(texts)*len(terminator)
	for _, s := range texts {
		size += len(s)
	}
	k := append(make([]byte, 0, size+8), byte(t))
	for _, s := range texts {
		k = appendText(k, s)
	}
	return k
}

func appendText(k []byte, s string) []byte {
	for {
		whole, rest, found := strings.Cut(s, "\x00")
		k = append(k, whole...)
		if !found {
			return append(k, terminator...)
		}
		k, s = append(k, escapedNul...), rest
	}
}

// appendPrefix appends s without its end, for scans of everything that begins with it.
func appendPrefix(k []byte, s string) []byte {
	k = appendText(k, s)
	return k[:len(k)-len(terminator)]
}

func number(k []byte, n uint64) []byte { return binary.BigEndian.AppendUint64(k, n) }

// within is the range of all keys that begin with prefix.
func within(prefix []byte) store.Range { return store.Within(prefix) }

// Texts returns the text components of a key. It is the inverse of how the keys of this package without numbers are
// built; ok is false for any other.
func Texts(k []byte) (texts []string, ok bool) {
	if len(k) == 0 {
		return nil, false
	}
	rest := k[1:]
	for len(rest) > 0 {
		text, tail, found := cutText(rest)
		if !found {
			return nil, false
		}
		texts, rest = append(texts, text), tail
	}
	return texts, true
}

func cutText(k []byte) (text string, rest []byte, ok bool) {
	var out []byte
	for i := 0; i < len(k); i++ {
		if k[i] != 0 {
			out = append(out, k[i])
			continue
		}
		if i+1 == len(k) {
			return "", nil, false
		}
		switch k[i+1] {
		case terminator[1]:
			return string(out), k[i+2:], true
		case escapedNul[1]:
			out = append(out, 0)
			i++
		default:
			return "", nil, false
		}
	}
	return "", nil, false
}

// LastText returns the last text component of a key without numbers; empty if there is none.
func LastText(k []byte) string {
	texts, ok := Texts(k)
	if !ok || len(texts) == 0 {
		return ""
	}
	return texts[len(texts)-1]
}

// Number returns the number that a key ends with.
func Number(k []byte) uint64 {
	if len(k) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(k[len(k)-8:])
}

// Meta is a setting of the cell itself, such as where it began.
func Meta(name string) []byte { return build(tagMeta, name) }

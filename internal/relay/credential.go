package relay

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
)

// maxLegID bounds the id of a leg, in bytes, as the contract does.
const maxLegID = 64

// holder is whose a credential and what was allocated with it are: a leg, and the user that the quota is of.
type holder struct {
	callID, legID string
	// user is a digest of the raw id, which must not be seen on the wire.
	user [16]byte
}

func newHolder(callID, legID, rawID string) (holder, error) {
	call, err := uuid.Parse(callID)
	if err != nil || legID == "" || len(legID) > maxLegID {
		return holder{}, fmt.Errorf("leg %q of call %q cannot have a credential", legID, callID)
	}
	digest := sha256.Sum256([]byte(rawID))
	return holder{callID: call.String(), legID: legID, user: [16]byte(digest[:])}, nil
}

// name names the holder to the TURN server, which takes what was allocated under a name for its own only.
func (h holder) name() string {
	return h.callID + " " + hex.EncodeToString(h.user[:]) + " " + h.legID
}

// leg names the leg.
func (h holder) leg() string { return h.callID + " " + h.legID }

// parseHolder reads what name has made.
func parseHolder(name string) (h holder, ok bool) {
	parts := strings.SplitN(name, " ", 3)
	if len(parts) != 3 {
		return holder{}, false
	}
	user, err := hex.DecodeString(parts[1])
	if err != nil || len(user) != len(h.user) {
		return holder{}, false
	}
	return holder{callID: parts[0], legID: parts[2], user: [16]byte(user)}, true
}

// userName is what the user name of a credential says. It goes over the wire in the clear, and is no secret.
//
// Its form is base64url of: a version, the end of its time in seconds, the call, the digest of the user, the id of the leg,
// and a tag. The tag proves that the broker has made it, so that nobody can make the relay look up names that it invents.
type userName struct {
	holder

	expire time.Time
}

const (
	version    = 1
	headSize   = 1 + 8 + 16 + 16
	tagSize    = 16
	tagLabel   = "parley relay user name"
	proofLabel = "parley relay password"
)

var nameEncoding = base64.RawURLEncoding.Strict()

func (n userName) encode(key []byte) string {
	call := uuid.MustParse(n.callID) // a holder has a call
	b := append(make([]byte, 0, headSize+maxLegID+tagSize), version)
	b = binary.BigEndian.AppendUint64(b, uint64(n.expire.Unix()))
	b = append(append(append(b, call[:]...), n.user[:]...), n.legID...)
	return nameEncoding.EncodeToString(append(b, mac(key, tagLabel, b)[:tagSize]...))
}

var errUserName = errors.New("the user name is none that the broker has made")

// decode reads the user name of a credential. It does not look at the time.
func decode(key []byte, name string) (userName, error) {
	if len(name) > nameEncoding.EncodedLen(headSize+maxLegID+tagSize) {
		return userName{}, errUserName
	}
	b, err := nameEncoding.DecodeString(name)
	if err != nil || len(b) <= headSize+tagSize {
		return userName{}, errUserName
	}
	b, tag := b[:len(b)-tagSize], b[len(b)-tagSize:]
	if !hmac.Equal(tag, mac(key, tagLabel, b)[:tagSize]) || b[0] != version {
		return userName{}, errUserName
	}
	return userName{
		expire: time.Unix(int64(binary.BigEndian.Uint64(b[1:])), 0),
		holder: holder{callID: uuid.UUID(b[9:25]).String(), user: [16]byte(b[25:41]), legID: string(b[headSize:])},
	}, nil
}

// password is the secret that belongs to a user name.
func password(key []byte, name string) string {
	return base64.RawURLEncoding.EncodeToString(mac(key, proofLabel, []byte(name)))
}

func mac(key []byte, label string, content []byte) []byte {
	h := hmac.New(sha256.New, key)
	_, _ = h.Write(append([]byte(label), 0)) // it never fails
	_, _ = h.Write(content)
	return h.Sum(nil)
}

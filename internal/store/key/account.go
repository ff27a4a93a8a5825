package key

import (
	"crypto/sha256"

	"github.com/parley-interop/parley/internal/store"
)

// Resource holds a resource.
func Resource(resourceID string) []byte { return build(tagResource, resourceID) }

// Resources are all resources, by id.
func Resources() store.Range { return within(build(tagResource)) }

// Tenant holds a tenant.
func Tenant(tenantID string) []byte { return build(tagTenant, tenantID) }

// Tenants are all tenants, by id.
func Tenants() store.Range { return within(build(tagTenant)) }

// Key holds a credential, by its public id.
func Key(keyID string) []byte { return build(tagKey, keyID) }

// OwnerKey holds the id of the key that an owner has in a slot.
func OwnerKey(owner string, slot uint64) []byte { return number(build(tagOwnerKey, owner), slot) }

// OwnerKeys are the ids of an owner's keys, by slot.
func OwnerKeys(owner string) store.Range { return within(build(tagOwnerKey, owner)) }

// SigningKey holds a key that signs tokens.
func SigningKey(keyID string) []byte { return build(tagSigningKey, keyID) }

// SigningKeys are all keys that sign tokens, by id.
func SigningKeys() store.Range { return within(build(tagSigningKey)) }

// TokenState holds what is known of the tokens of one user of either world, by raw id.
func TokenState(rawID string) []byte { return build(tagTokenState, rawID) }

// User holds a communication user.
func User(resourceID, userID string) []byte { return build(tagUser, resourceID, userID) }

// Users are the communication users of a resource, by id.
func Users(resourceID string) store.Range { return within(build(tagUser, resourceID)) }

// CustomID holds the user id that a custom id of a resource stands for.
func CustomID(resourceID, customID string) []byte { return build(tagCustomID, resourceID, customID) }

// Counters holds how much an owner has.
func Counters(owner string) []byte { return build(tagCounters, owner) }

// Sizes of the name of a request and its parts, and of the key of a first answer, in bytes.
const (
	namePrefix = 16
	nameHash   = 16

	RequestNameSize = namePrefix + nameHash
	IdempotencySize = 1 + 8 + RequestNameSize
)

// RequestName names a request by who asks and its idempotency key, in one size for all. The beginning of the key stays in front:
// keys that were made by the time lie beside each other, and that a new one is not there is found without a search in what is old.
func RequestName(scope, idempotencyKey string) (name [RequestNameSize]byte) {
	copy(name[:namePrefix], idempotencyKey)
	var room [512]byte
	hash := sha256.Sum256(appendText(appendText(room[:0], scope), idempotencyKey))
	copy(name[namePrefix:], hash[:])
	return name
}

// Idempotency holds the first answer to a request. day counts days since 1970, so that old ones go as one range.
func Idempotency(day uint64, requestName []byte) []byte {
	return AppendIdempotency(make([]byte, 0, 1+8+len(requestName)), day, requestName)
}

// AppendIdempotency appends what Idempotency returns.
func AppendIdempotency(k []byte, day uint64, requestName []byte) []byte {
	return append(number(append(k, byte(tagIdempotency)), day), requestName...)
}

// IdempotencyShared is how many bytes first answers have in common that were given to requests of the same hours, where Grows holds of
// their keys: the kind, the day, and the hours of a UUID of version 7.
const IdempotencyShared = 1 + 8 + 6

// Grows reports whether an idempotency key is a UUID of version 7, by its form: then it follows its time, and so does its request's
// name.
func Grows(idempotencyKey string) bool {
	return len(idempotencyKey) == 36 && idempotencyKey[8] == '-' && idempotencyKey[13] == '-' && idempotencyKey[14] == '7'
}

// IdempotencyDays holds which days may have first answers.
func IdempotencyDays() []byte { return build(tagIdempotencyDays) }

// Timer marks that something of a kind is due for a subject at a time, in microseconds since 1970.
func Timer(due uint64, kind, subject string) []byte {
	return appendText(appendText(number([]byte{byte(tagTimer)}, due), kind), subject)
}

// TimersUntil are the timers that are due at a time or before, the earliest first.
func TimersUntil(due uint64) store.Range {
	return store.Range{From: []byte{byte(tagTimer)}, To: number([]byte{byte(tagTimer)}, due+1)}
}

// ReadTimer returns what Timer made a key of; ok is false for any other key.
func ReadTimer(k []byte) (due uint64, kind, subject string, ok bool) {
	if len(k) < 9 || k[0] != byte(tagTimer) {
		return 0, "", "", false
	}
	kind, rest, kindOK := cutText(k[9:])
	subject, _, subjectOK := cutText(rest)
	return Number(k[1:9]), kind, subject, kindOK && subjectOK
}

// IdempotencyBefore are the answers from before a day.
func IdempotencyBefore(day uint64) store.Range {
	return store.Range{From: []byte{byte(tagIdempotency)}, To: number([]byte{byte(tagIdempotency)}, day)}
}

// Trail marks that the log entry at p belongs to a part of the audit trail.
func Trail(name string, p store.Position) []byte { return number(build(tagTrail, name), uint64(p)) }

// TrailUntil are the marks of a part of the audit trail up to a position.
func TrailUntil(name string, p store.Position) store.Range {
	return store.Range{From: build(tagTrail, name), To: Trail(name, p+1)}
}

// TopicPart holds a part of the index of a topic, by its last position.
func TopicPart(topic string, last store.Position) []byte {
	return number(build(tagTopicPart, topic), uint64(last))
}

// TopicParts are the parts of the index of a topic whose last position is one of some.
func TopicParts(topic string, first, last store.Position) store.Range {
	return store.Range{From: TopicPart(topic, first), To: TopicPart(topic, last+1)}
}

// TopicIndex holds how far the log is indexed.
func TopicIndex() []byte { return build(tagTopicIndex) }

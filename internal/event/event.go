// Package event writes the log: what an entry is published under, and the index by which a topic is read back. Every
// committed fact of the broker goes through Append, whatever domain it is of.
//
// The index follows from the log and is written behind it, for many entries at once: thousands of them have a few positions of each
// topic, which take one key together, and who sends does not wait for it. Where the index ends, the log itself is read.
package event

import (
	"fmt"
	"strings"

	"google.golang.org/protobuf/proto"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Thread is the topic of a chat thread.
func Thread(threadID string) string { return "thread:" + threadID }

// Call is the topic of a call.
func Call(callID string) string { return "call:" + callID }

// Party is the topic of what only devices of one user see of its calls, such as signals.
func Party(rawID string) string { return "party:" + rawID }

// User is the topic of what happens to a user of either world itself: its tokens and its account.
func User(rawID string) string { return "user:" + rawID }

// Resource is the topic of what happens to a resource itself.
func Resource(resourceID string) string { return "resource:" + resourceID }

// Tenant is the topic of a tenant's policy and of what happens to the tenant itself.
func Tenant(tenantID string) string { return "tenant:" + tenantID }

// Audit is the topic of everything in the audit trail. The trail is read as a list, from its end, so its marks are written with the
// entry and are no part of the index.
const Audit = "audit"

// AuditOf is the topic of the part of the audit trail that concerns a resource or a tenant.
func AuditOf(ownerID string) string { return auditOf + ownerID }

const auditOf = Audit + ":"

func isTrail(topic string) bool { return topic == Audit || strings.HasPrefix(topic, auditOf) }

// Append writes an entry, and marks it in the parts of the audit trail that are among its topics.
func Append(tx store.Tx, e *recordv1.Entry) (p store.Position, err error) {
	err = record.Encoded(e, func(content []byte) error {
		p = tx.Append(content)
		return nil
	})
	if err != nil {
		return 0, err
	}
	for _, topic := range e.GetTopics() {
		if isTrail(topic) {
			tx.Set(key.Trail(topic, p), nil)
		}
	}
	return p, nil
}

// Read returns the entry at p.
func Read(tx store.ReadTx, p store.Position) (*recordv1.Entry, error) {
	content, err := tx.Entry(p)
	if err != nil {
		return nil, err
	}
	if content == nil {
		return nil, fmt.Errorf("no entry at position %d", p)
	}
	return Decode(content)
}

// Decode reads the content of an entry.
func Decode(content []byte) (*recordv1.Entry, error) {
	e := &recordv1.Entry{}
	if err := proto.Unmarshal(content, e); err != nil {
		return nil, fmt.Errorf("decode entry: %w", err)
	}
	return e, nil
}

// Rewrite replaces an entry, to erase what it says. Its topics must stay as they are.
func Rewrite(tx store.Tx, p store.Position, e *recordv1.Entry) error {
	return record.Encoded(e, func(content []byte) error {
		tx.Rewrite(p, content)
		return nil
	})
}

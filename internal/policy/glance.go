package policy

import (
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Fields of a stored configuration, as the stored form and the contract number them.
const (
	configurationField protowire.Number = 1
	enabledField       protowire.Number = 2
	resourcesField     protowire.Number = 3
	capabilitiesField  protowire.Number = 4
)

// summary is what an action needs to know of a configuration.
type summary struct {
	// enabled is enable_acs_users, and listed whether the resource is on the allow list.
	enabled, listed bool
	// capabilities are in their encoded form; nil if there are none.
	capabilities []byte
}

// glance reads a configuration without decoding its allow list, which may be a thousand ids long: every message between the
// worlds asks.
func glance(tx store.ReadTx, tenantID, resourceID string) (summary, error) {
	value, err := tx.Get(key.Federation(tenantID))
	if err != nil {
		return summary{}, err
	}
	var s summary
	err = eachField(value, func(number protowire.Number, _ uint64, content []byte) error {
		if number != configurationField {
			return nil
		}
		return eachField(content, func(number protowire.Number, n uint64, content []byte) error {
			s.take(number, n, content, resourceID)
			return nil
		})
	})
	if err != nil {
		return summary{}, fmt.Errorf("the stored configuration of tenant %s: %w", tenantID, err)
	}
	return s, nil
}

func (s *summary) take(number protowire.Number, n uint64, content []byte, resourceID string) {
	switch number {
	case enabledField:
		s.enabled = n != 0
	case resourcesField:
		s.listed = s.listed || string(content) == resourceID
	case capabilitiesField:
		s.capabilities = content
	default: // the rest is of no interest here
	}
}

// eachField calls fn with every field of an encoded message that is a number or has content.
func eachField(message []byte, fn func(number protowire.Number, n uint64, content []byte) error) error {
	for len(message) > 0 {
		number, kind, size := protowire.ConsumeTag(message)
		if size < 0 {
			return protowire.ParseError(size)
		}
		message = message[size:]
		var n uint64
		var content []byte
		switch kind {
		case protowire.VarintType:
			n, size = protowire.ConsumeVarint(message)
		case protowire.BytesType:
			content, size = protowire.ConsumeBytes(message)
		default:
			size = protowire.ConsumeFieldValue(number, kind, message)
		}
		if size < 0 {
			return protowire.ParseError(size)
		}
		if err := fn(number, n, content); err != nil {
			return err
		}
		message = message[size:]
	}
	return nil
}

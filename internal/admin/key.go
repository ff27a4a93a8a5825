package admin

import (
	"context"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// slots are the slots of an owner's keys, in their order. A tenant and the operator have the first only.
var slots = []adminv1.KeySlot{adminv1.KeySlot_KEY_SLOT_PRIMARY, adminv1.KeySlot_KEY_SLOT_SECONDARY}

// putKeys lets keys in, one in each slot, and returns them without their secrets.
func putKeys(tx *ledger.Tx, ownerID string, keys []access.Key) ([]*adminv1.NewKey, error) {
	shown := make([]*adminv1.NewKey, 0, len(keys))
	for i, k := range keys {
		if err := access.PutKey(tx, ownerID, k, slots[i], tx.Now); err != nil {
			return nil, err
		}
		shown = append(shown, &adminv1.NewKey{Key: k.Describe(slots[i], tx.Now)})
	}
	return shown, nil
}

// ListKeys lists the keys of an owner.
func (s *Service) ListKeys(ctx context.Context, _ access.Caller, r *adminv1.ListKeysRequest) (*adminv1.ListKeysResponse, error) {
	response := &adminv1.ListKeysResponse{}
	err := s.view(ctx, func(tx store.ReadTx) error {
		o := ownerOf(r)
		if err := o.lives(tx); err != nil {
			return err
		}
		keys, err := access.Keys(tx, o.id())
		response.Keys = keys
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// RotateKey replaces a key by a new one.
func (s *Service) RotateKey(ctx context.Context, c access.Caller, r *adminv1.RotateKeyRequest) (*adminv1.RotateKeyResponse, error) {
	o := ownerOf(r)
	slot := max(r.GetSlot(), adminv1.KeySlot_KEY_SLOT_PRIMARY)
	fresh := access.NewKey(o.keyKind())
	response, err := ledger.Do(ctx, s.ledger, write(c, "RotateKey", r, ""), func(tx *ledger.Tx) (*adminv1.RotateKeyResponse, error) {
		if err := o.rotate(tx, fresh, slot); err != nil {
			return nil, err
		}
		return &adminv1.RotateKeyResponse{Key: &adminv1.NewKey{Key: fresh.Describe(slot, tx.Now)}, Commit: tx.Commit()}, nil
	})
	if err != nil {
		return nil, err
	}
	response.Key.Secret = fresh.Text()
	return response, nil
}

// rotate puts a fresh key in the place of the one that the owner has in a slot, and tells those who came in with that.
func (o owner) rotate(tx *ledger.Tx, fresh access.Key, slot adminv1.KeySlot) error {
	if err := o.lives(tx); err != nil {
		return err
	}
	old, err := record.Has(tx, key.OwnerKey(o.id(), uint64(slot)))
	if err != nil {
		return err
	}
	if !old {
		return reason.New(typev1.Reason_REASON_KEY_NOT_FOUND, "the owner has no key in the slot %s: only resources have a second one", slot)
	}
	if err := access.PutKey(tx, o.id(), fresh, slot, tx.Now); err != nil {
		return err
	}
	entry := &recordv1.Entry{ResourceId: o.resourceID, TenantId: o.tenantID, Topics: []string{o.topic()}}
	_, err = tx.PublishAudited(entry, fresh.ID)
	return err
}

// topic is where those listen who came in by the owner.
func (o owner) topic() string {
	switch {
	case o.resourceID != "":
		return event.Resource(o.resourceID)
	case o.tenantID != "":
		return event.Tenant(o.tenantID)
	default:
		return deployment
	}
}

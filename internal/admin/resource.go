package admin

import (
	"context"

	"github.com/google/uuid"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// CreateResource makes a resource and its two keys.
func (s *Service) CreateResource(ctx context.Context, c access.Caller, r *adminv1.CreateResourceRequest) (*adminv1.CreateResourceResponse, error) {
	keys := newResourceKeys()
	fresh := proto.CloneOf(r.GetResource())
	fresh.ResourceId = chosen(fresh.GetResourceId())
	response, err := ledger.Do(ctx, s.ledger, write(c, "CreateResource", r, r.GetIdempotencyKey()), func(tx *ledger.Tx) (*adminv1.CreateResourceResponse, error) {
		resource, shown, err := addResource(tx, fresh, keys)
		if err != nil {
			return nil, err
		}
		return &adminv1.CreateResourceResponse{Resource: resource, Keys: shown, Commit: tx.Commit()}, nil
	})
	if err != nil {
		return nil, err
	}
	response.Keys = reveal(response.GetKeys(), keys)
	return response, nil
}

func newResourceKeys() []access.Key {
	const kind = typev1.CallerKind_CALLER_KIND_RESOURCE
	return []access.Key{access.NewKey(kind), access.NewKey(kind)}
}

// chosen returns the id that a request chose, or a new one.
func chosen(id string) string {
	if id == "" {
		return uuid.NewString()
	}
	return guid(id)
}

// addResource creates a resource as fresh describes it, with keys in their slots. It returns the keys without secrets.
func addResource(tx *ledger.Tx, fresh *adminv1.Resource, keys []access.Key) (*adminv1.Resource, []*adminv1.NewKey, error) {
	if err := free(tx, fresh.GetResourceId()); err != nil {
		return nil, nil, err
	}
	resource := proto.CloneOf(fresh)
	resource.Etag, resource.CreateTime = etag.Next(tx), timestamppb.New(tx.Now)
	shown, err := putKeys(tx, resource.GetResourceId(), keys)
	if err != nil {
		return nil, nil, err
	}
	return resource, shown, putResource(tx, &recordv1.Resource{Resource: resource})
}

// putResource stores a resource and tells of it.
func putResource(tx *ledger.Tx, r *recordv1.Resource) error {
	id := r.GetResource().GetResourceId()
	if err := record.Set(tx, key.Resource(id), r); err != nil {
		return err
	}
	_, err := tx.PublishAudited(&recordv1.Entry{ResourceId: id, Topics: []string{event.Resource(id)}}, id)
	return err
}

// loadResource returns a resource that lives; any other is RESOURCE_NOT_FOUND.
func loadResource(tx store.ReadTx, id string) (*adminv1.Resource, error) {
	r, err := record.Get[recordv1.Resource](tx, key.Resource(id))
	if err != nil {
		return nil, err
	}
	if r == nil || r.GetDeleteTime() != 0 {
		return nil, noResource(id)
	}
	return r.GetResource(), nil
}

func noResource(id string) error {
	return reason.New(typev1.Reason_REASON_RESOURCE_NOT_FOUND, "there is no resource %q", id)
}

// GetResource returns a resource.
func (s *Service) GetResource(ctx context.Context, _ access.Caller, r *adminv1.GetResourceRequest) (*adminv1.GetResourceResponse, error) {
	response := &adminv1.GetResourceResponse{}
	err := s.view(ctx, func(tx store.ReadTx) (err error) {
		response.Resource, err = loadResource(tx, guid(r.GetResourceId()))
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// ListResources lists the resources.
func (s *Service) ListResources(ctx context.Context, c access.Caller, r *adminv1.ListResourcesRequest) (*adminv1.ListResourcesResponse, error) {
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	response := &adminv1.ListResourcesResponse{}
	err = s.view(ctx, func(tx store.ReadTx) error {
		response.NextPageToken, err = p.Scan(tx, key.Resources(), func(pair store.Pair) (bool, error) {
			found, err := record.Decode[recordv1.Resource](pair.Value)
			if err != nil || found.GetDeleteTime() != 0 {
				return false, err
			}
			response.Resources = append(response.Resources, found.GetResource())
			return true, nil
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// UpdateResource changes a resource.
func (s *Service) UpdateResource(ctx context.Context, c access.Caller, r *adminv1.UpdateResourceRequest) (*adminv1.UpdateResourceResponse, error) {
	return ledger.Do(ctx, s.ledger, write(c, "UpdateResource", r, ""), func(tx *ledger.Tx) (*adminv1.UpdateResourceResponse, error) {
		resource, err := loadResource(tx, guid(r.GetResource().GetResourceId()))
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), resource.GetEtag()); err != nil {
			return nil, err
		}
		if err := mask.Apply(resource, r.GetResource(), r.GetUpdateMask(), "display_name", "quotas"); err != nil {
			return nil, err
		}
		resource.Etag = etag.Next(tx)
		if err := putResource(tx, &recordv1.Resource{Resource: resource}); err != nil {
			return nil, err
		}
		return &adminv1.UpdateResourceResponse{Resource: resource, Commit: tx.Commit()}, nil
	})
}

// DeleteResource closes a resource. Its keys stay on record, so that their holders learn what became of it.
func (s *Service) DeleteResource(ctx context.Context, c access.Caller, r *adminv1.DeleteResourceRequest) (*adminv1.DeleteResourceResponse, error) {
	return ledger.Do(ctx, s.ledger, write(c, "DeleteResource", r, ""), func(tx *ledger.Tx) (*adminv1.DeleteResourceResponse, error) {
		if err := closeResource(tx, guid(r.GetResourceId()), r.GetEtag()); err != nil {
			return nil, err
		}
		if err := s.closed(tx, guid(r.GetResourceId())); err != nil {
			return nil, err
		}
		return &adminv1.DeleteResourceResponse{Commit: tx.Commit()}, nil
	})
}

func closeResource(tx *ledger.Tx, id, sent string) error {
	found, err := record.Get[recordv1.Resource](tx, key.Resource(id))
	if err != nil {
		return err
	}
	if found == nil {
		return noResource(id)
	}
	if found.GetDeleteTime() != 0 {
		return nil
	}
	if err := etag.Check(sent, found.GetResource().GetEtag()); err != nil {
		return err
	}
	found.DeleteTime = tx.Now.UnixMicro()
	return putResource(tx, found)
}

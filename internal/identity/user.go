package identity

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/google/uuid"
	"google.golang.org/protobuf/types/known/timestamppb"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// CreateUser makes a communication user, or finds the one with the custom id. A token is issued after the commit and anew for
// each repetition, so that no stored answer has one.
func (s *Service) CreateUser(ctx context.Context, c access.Caller, r *identityv1.CreateUserRequest) (*identityv1.CreateUserResponse, error) {
	id := identifier.NewCommunicationUser(c.ResourceID, uuid.NewString())
	w := ledger.Write{
		Caller: c, Method: service + "CreateUser", Request: r, Key: r.GetIdempotencyKey(),
		Reads: slices.Values([][]byte{key.Resource(c.ResourceID), key.Counters(c.ResourceID)}),
	}
	response, err := ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*identityv1.CreateUserResponse, error) {
		u, err := obtain(tx, id, r)
		if err != nil {
			return nil, err
		}
		return &identityv1.CreateUserResponse{User: u, Commit: tx.Commit()}, nil
	})
	if err != nil || len(r.GetTokenScopes()) == 0 {
		return response, err
	}
	issue := &identityv1.IssueTokenRequest{Identifier: response.GetUser().GetIdentifier(), Scopes: r.GetTokenScopes(), Lifetime: r.GetTokenLifetime()}
	issued, err := s.IssueToken(ctx, c, issue)
	if err != nil {
		return nil, err
	}
	response.AccessToken = issued.GetAccessToken()
	return response, nil
}

// obtain returns the user with the custom id of r, if it has one and there is one, and else creates one under id.
func obtain(tx *ledger.Tx, id identifier.ID, r *identityv1.CreateUserRequest) (*identityv1.User, error) {
	if r.GetCustomId() == "" {
		return create(tx, id, r)
	}
	custom := customKey(id.Resource(), r.GetCustomId())
	known, err := tx.Get(custom)
	if err != nil {
		return nil, err
	}
	if known != nil {
		return load(tx, identifier.NewCommunicationUser(id.Resource(), string(known)))
	}
	tx.Set(custom, []byte(id.Local()))
	return create(tx, id, r)
}

// customKey is where a custom id leads to its user. A custom id can be longer than a key, so its digest stands for it.
func customKey(resourceID, customID string) []byte {
	digest := sha256.Sum256([]byte(customID))
	return key.CustomID(resourceID, hex.EncodeToString(digest[:]))
}

func create(tx *ledger.Tx, id identifier.ID, r *identityv1.CreateUserRequest) (*identityv1.User, error) {
	if err := count(tx, id.Resource(), 1); err != nil {
		return nil, err
	}
	if _, err := publish(tx, id); err != nil {
		return nil, err
	}
	u := &identityv1.User{Identifier: id.Proto(), CustomId: r.GetCustomId(), DisplayName: r.GetDisplayName(), CreateTime: timestamppb.New(tx.Now)}
	return u, record.Set(tx, key.User(id.Resource(), id.Local()), &recordv1.User{User: u})
}

// publish tells that something happened to a communication user itself.
func publish(tx *ledger.Tx, id identifier.ID) (store.Position, error) {
	return tx.Publish(&recordv1.Entry{ResourceId: id.Resource(), Topics: []string{event.User(id.Raw())}}, id.Raw())
}

// count adds to the number of users of a resource, within its quota.
func count(tx store.Tx, resourceID string, change int64) error {
	counters, err := record.Get[recordv1.Counters](tx, key.Counters(resourceID))
	if err != nil {
		return err
	}
	if counters == nil {
		counters = &recordv1.Counters{}
	}
	counters.Users += change
	if change > 0 {
		quotas, err := admin.Quotas(tx, resourceID)
		if err != nil {
			return err
		}
		if counters.GetUsers() > quotas.GetMaxUsers() {
			return reason.New(typev1.Reason_REASON_QUOTA_EXCEEDED, "the resource has its %d users: delete some, or ask the operator for more", quotas.GetMaxUsers()).
				With("quota", "max_users").With("limit", strconv.FormatInt(quotas.GetMaxUsers(), 10))
		}
	}
	return record.Set(tx, key.Counters(resourceID), counters)
}

// load returns a user that lives; any other is USER_NOT_FOUND.
func load(tx store.ReadTx, id identifier.ID) (*identityv1.User, error) {
	r, err := record.Get[recordv1.User](tx, key.User(id.Resource(), id.Local()))
	if err != nil {
		return nil, err
	}
	if r == nil || r.GetDeleteTime() != 0 {
		return nil, notFound(id)
	}
	return r.GetUser(), nil
}

func notFound(id identifier.ID) error {
	return reason.New(typev1.Reason_REASON_USER_NOT_FOUND, "there is no communication user %s: create it first", id)
}

// GetUser returns a communication user.
func (s *Service) GetUser(ctx context.Context, c access.Caller, r *identityv1.GetUserRequest) (*identityv1.GetUserResponse, error) {
	id, err := ownUser(c, r.GetIdentifier())
	if err != nil {
		return nil, err
	}
	response := &identityv1.GetUserResponse{}
	err = s.view(ctx, func(tx store.ReadTx) error {
		response.User, err = load(tx, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// ListUsers lists the communication users of the caller's resource.
func (s *Service) ListUsers(ctx context.Context, c access.Caller, r *identityv1.ListUsersRequest) (*identityv1.ListUsersResponse, error) {
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	response := &identityv1.ListUsersResponse{}
	err = s.view(ctx, func(tx store.ReadTx) error {
		response.NextPageToken, err = p.Scan(tx, key.Users(c.ResourceID), func(pair store.Pair) (bool, error) {
			u, err := record.Decode[recordv1.User](pair.Value)
			if err != nil || u.GetDeleteTime() != 0 {
				return false, err
			}
			response.Users = append(response.Users, u.GetUser())
			return true, nil
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// DeleteUser removes a communication user.
func (s *Service) DeleteUser(ctx context.Context, c access.Caller, r *identityv1.DeleteUserRequest) (*identityv1.DeleteUserResponse, error) {
	id, err := ownUser(c, r.GetIdentifier())
	if err != nil {
		return nil, err
	}
	w := ledger.Write{
		Caller: c, Method: service + "DeleteUser", Request: r, Key: r.GetIdempotencyKey(),
		Reads: slices.Values([][]byte{key.User(id.Resource(), id.Local()), key.Counters(id.Resource())}),
	}
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*identityv1.DeleteUserResponse, error) {
		if err := s.remove(tx, id); err != nil {
			return nil, err
		}
		return &identityv1.DeleteUserResponse{Commit: tx.Commit()}, nil
	})
}

// remove deletes a user, unless that has been done. What stays is that it was there, without what it was called.
func (s *Service) remove(tx *ledger.Tx, id identifier.ID) error {
	k := key.User(id.Resource(), id.Local())
	r, err := record.Get[recordv1.User](tx, k)
	if err != nil {
		return err
	}
	if r == nil {
		return notFound(id)
	}
	if r.GetDeleteTime() != 0 {
		return nil
	}
	for _, depart := range s.onDelete {
		if err := depart(tx, id); err != nil {
			return err
		}
	}
	if custom := r.GetUser().GetCustomId(); custom != "" {
		tx.Delete(customKey(id.Resource(), custom))
	}
	if err := count(tx, id.Resource(), -1); err != nil {
		return err
	}
	if _, err := publish(tx, id); err != nil {
		return err
	}
	gone := &identityv1.User{Identifier: r.GetUser().GetIdentifier(), CreateTime: r.GetUser().GetCreateTime()}
	return record.Set(tx, k, &recordv1.User{User: gone, DeleteTime: tx.Now.UnixMicro()})
}

package directory

import (
	"context"
	"strings"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// FindTenantUsers answers the RPC of that name.
func (d *Directory) FindTenantUsers(ctx context.Context, c access.Caller, r *directoryv1.FindTenantUsersRequest) (*directoryv1.FindTenantUsersResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	prefix := fold(r.GetDisplayNamePrefix())
	response := &directoryv1.FindTenantUsersResponse{}
	err = d.view(ctx, func(tx store.ReadTx) error {
		var err error
		response.NextPageToken, err = p.Scan(tx, key.DisplayNames(tenantID, indexed(prefix)), func(pair store.Pair) (bool, error) {
			u, err := mustUser(tx, tenantID, key.LastText(pair.Key))
			// The index may hold less of the name than the prefix has.
			if err != nil || !strings.HasPrefix(fold(u.GetDisplayName()), prefix) {
				return false, err
			}
			response.Users = append(response.Users, u)
			return true, nil
		})
		return err
	})
	return response, err
}

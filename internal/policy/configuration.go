package policy

import (
	"context"
	"slices"
	"strings"

	"google.golang.org/protobuf/types/known/timestamppb"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// loadConfiguration returns the configuration of a tenant; its defaults if it was never changed.
func loadConfiguration(tx store.ReadTx, tenantID string) (*policyv1.FederationConfiguration, error) {
	stored, err := record.Get[recordv1.FederationConfiguration](tx, key.Federation(tenantID))
	if err != nil {
		return nil, err
	}
	if stored == nil {
		return &policyv1.FederationConfiguration{TenantId: tenantID, Capabilities: &policyv1.InteropCapabilities{}, Etag: etag.Initial}, nil
	}
	return stored.GetConfiguration(), nil
}

// storeConfiguration stores a configuration under a new etag, and publishes it.
func storeConfiguration(tx *ledger.Tx, f *policyv1.FederationConfiguration) error {
	f.Etag = etag.Next(tx)
	f.UpdateTime = timestamppb.New(tx.Now)
	canonical(f)
	if err := record.Set(tx, key.Federation(f.GetTenantId()), &recordv1.FederationConfiguration{Configuration: f}); err != nil {
		return err
	}
	return Publish(tx, f.GetTenantId(), f.GetTenantId(), &policyv1.PolicyEvent{Event: &policyv1.PolicyEvent_ConfigurationUpdated{ConfigurationUpdated: f}})
}

// canonical brings what an administrator wrote into the form that is stored: the allow list is a set of canonical ids,
// sorted, and the capabilities are there.
func canonical(f *policyv1.FederationConfiguration) {
	var allowed []string
	for _, resourceID := range f.GetAllowedAcsResources() {
		allowed = append(allowed, strings.ToLower(resourceID))
	}
	slices.Sort(allowed)
	f.AllowedAcsResources = slices.Compact(allowed)
	if f.Capabilities == nil {
		f.Capabilities = &policyv1.InteropCapabilities{}
	}
}

// GetFederationConfiguration answers the RPC of that name.
func (e *Engine) GetFederationConfiguration(ctx context.Context, c access.Caller, r *policyv1.GetFederationConfigurationRequest) (*policyv1.GetFederationConfigurationResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	response := &policyv1.GetFederationConfigurationResponse{}
	err = e.view(ctx, func(tx store.ReadTx) error {
		var err error
		response.Configuration, err = loadConfiguration(tx, tenantID)
		return err
	})
	return response, err
}

// UpdateFederationConfiguration answers the RPC of that name.
func (e *Engine) UpdateFederationConfiguration(ctx context.Context, c access.Caller, r *policyv1.UpdateFederationConfigurationRequest) (*policyv1.UpdateFederationConfigurationResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	w := e.write(c, "UpdateFederationConfiguration", r, key.Federation(tenantID))
	return change(ctx, e, w, tenantID, func(tx *ledger.Tx) (*policyv1.UpdateFederationConfigurationResponse, error) {
		f, err := loadConfiguration(tx, tenantID)
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), f.GetEtag()); err != nil {
			return nil, err
		}
		if err := mask.Apply(f, r.GetConfiguration(), r.GetUpdateMask(), "enable_acs_users", "allowed_acs_resources", "capabilities"); err != nil {
			return nil, err
		}
		if err := storeConfiguration(tx, f); err != nil {
			return nil, err
		}
		return &policyv1.UpdateFederationConfigurationResponse{Configuration: f, Commit: tx.Commit()}, nil
	})
}

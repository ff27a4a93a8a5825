package directory

import (
	"context"
	"slices"

	"google.golang.org/protobuf/types/known/timestamppb"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

func loadApplication(tx store.ReadTx, tenantID, appID string) (*directoryv1.VoiceApplication, error) {
	stored, err := record.Get[recordv1.VoiceApplication](tx, key.VoiceApplication(tenantID, appID))
	return stored.GetApplication(), err
}

func mustApplication(tx store.ReadTx, tenantID, appID string) (*directoryv1.VoiceApplication, error) {
	a, err := loadApplication(tx, tenantID, appID)
	if a == nil && err == nil {
		return nil, noApplication(appID)
	}
	return a, err
}

// storeApplication stores an application under a new etag, and puts that on the record.
func storeApplication(tx *ledger.Tx, a *directoryv1.VoiceApplication) error {
	a.Etag = etag.Next(tx)
	if err := record.Set(tx, key.VoiceApplication(a.GetTenantId(), a.GetAppId()), &recordv1.VoiceApplication{Application: a}); err != nil {
		return err
	}
	return audit(tx, a.GetTenantId(), a.GetAppId())
}

// assignAgents gives an application its agents. Only a call queue has any; who is not in the directory is
// TENANT_USER_NOT_FOUND.
func assignAgents(tx store.ReadTx, a *directoryv1.VoiceApplication, objectIDs []string) error {
	if len(objectIDs) > 0 && a.GetType() != directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_CALL_QUEUE {
		return reason.New(typev1.Reason_REASON_INVALID_FIELD, "only a call queue has agents: leave agent_user_ids empty").
			Field("application.agent_user_ids", "must be empty for what is no call queue")
	}
	a.AgentUserIds = distinct(objectIDs)
	for _, objectID := range a.GetAgentUserIds() {
		if _, err := mustUser(tx, a.GetTenantId(), objectID); err != nil {
			return err
		}
	}
	return nil
}

// CreateVoiceApplication answers the RPC of that name.
func (d *Directory) CreateVoiceApplication(ctx context.Context, c access.Caller, r *directoryv1.CreateVoiceApplicationRequest) (*directoryv1.CreateVoiceApplicationResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	appID := orNew(r.GetApplication().GetAppId())
	owner := key.TenantOf(appID)
	return ledger.Do(ctx, d.ledger, d.write(c, "CreateVoiceApplication", r, owner), func(tx *ledger.Tx) (*directoryv1.CreateVoiceApplicationResponse, error) {
		if taken, err := record.Has(tx, owner); taken || err != nil {
			if err == nil {
				err = idTaken(appID)
			}
			return nil, err
		}
		a := &directoryv1.VoiceApplication{
			TenantId: tenantID, AppId: appID, Type: r.GetApplication().GetType(), DisplayName: r.GetApplication().GetDisplayName(),
			Identifier: applicationID(appID).Proto(), CreateTime: timestamppb.New(tx.Now),
		}
		if err := assignAgents(tx, a, r.GetApplication().GetAgentUserIds()); err != nil {
			return nil, err
		}
		tx.Set(owner, []byte(tenantID))
		if err := storeApplication(tx, a); err != nil {
			return nil, err
		}
		return &directoryv1.CreateVoiceApplicationResponse{Application: a, Commit: tx.Commit()}, nil
	})
}

// GetVoiceApplication answers the RPC of that name.
func (d *Directory) GetVoiceApplication(ctx context.Context, c access.Caller, r *directoryv1.GetVoiceApplicationRequest) (*directoryv1.GetVoiceApplicationResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	response := &directoryv1.GetVoiceApplicationResponse{}
	err = d.view(ctx, func(tx store.ReadTx) error {
		var err error
		response.Application, err = mustApplication(tx, tenantID, guid(r.GetAppId()))
		return err
	})
	return response, err
}

// ListVoiceApplications answers the RPC of that name.
func (d *Directory) ListVoiceApplications(ctx context.Context, c access.Caller, r *directoryv1.ListVoiceApplicationsRequest) (*directoryv1.ListVoiceApplicationsResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	response := &directoryv1.ListVoiceApplicationsResponse{}
	err = d.view(ctx, func(tx store.ReadTx) error {
		var err error
		response.NextPageToken, err = p.Scan(tx, key.VoiceApplications(tenantID), func(pair store.Pair) (bool, error) {
			stored, err := record.Decode[recordv1.VoiceApplication](pair.Value)
			response.Applications = append(response.Applications, stored.GetApplication())
			return true, err
		})
		return err
	})
	return response, err
}

// UpdateVoiceApplication answers the RPC of that name.
func (d *Directory) UpdateVoiceApplication(ctx context.Context, c access.Caller, r *directoryv1.UpdateVoiceApplicationRequest) (*directoryv1.UpdateVoiceApplicationResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	appID := guid(r.GetApplication().GetAppId())
	w := d.write(c, "UpdateVoiceApplication", r, key.VoiceApplication(tenantID, appID))
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.UpdateVoiceApplicationResponse, error) {
		a, err := mustApplication(tx, tenantID, appID)
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), a.GetEtag()); err != nil {
			return nil, err
		}
		if err := mask.Apply(a, r.GetApplication(), r.GetUpdateMask(), "display_name", "agent_user_ids"); err != nil {
			return nil, err
		}
		if err := d.validate(a); err != nil {
			return nil, err
		}
		if slices.Contains(r.GetUpdateMask().GetPaths(), "agent_user_ids") {
			if err := assignAgents(tx, a, a.GetAgentUserIds()); err != nil {
				return nil, err
			}
		}
		if err := storeApplication(tx, a); err != nil {
			return nil, err
		}
		return &directoryv1.UpdateVoiceApplicationResponse{Application: a, Commit: tx.Commit()}, nil
	})
}

// DeleteVoiceApplication answers the RPC of that name.
func (d *Directory) DeleteVoiceApplication(ctx context.Context, c access.Caller, r *directoryv1.DeleteVoiceApplicationRequest) (*directoryv1.DeleteVoiceApplicationResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	appID := guid(r.GetAppId())
	w := d.write(c, "DeleteVoiceApplication", r, key.VoiceApplication(tenantID, appID))
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.DeleteVoiceApplicationResponse, error) {
		a, err := loadApplication(tx, tenantID, appID)
		if err != nil {
			return nil, err
		}
		if a != nil {
			if err := etag.Check(r.GetEtag(), a.GetEtag()); err != nil {
				return nil, err
			}
			tx.Delete(key.VoiceApplication(tenantID, appID))
			tx.Delete(key.TenantOf(appID))
			if err := d.depart(tx, tenantID, applicationID(appID), appID); err != nil {
				return nil, err
			}
		}
		return &directoryv1.DeleteVoiceApplicationResponse{Commit: tx.Commit()}, nil
	})
}

package directory

import (
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Party is a user or a voice application of a tenant, as those see it who want to reach it.
type Party struct {
	// ID is its identifier, as the directory has it.
	ID identifier.ID
	// TenantID is its tenant.
	TenantID string
	// DisplayName is the name to show; a user may have none.
	DisplayName string
	// CoexistenceMode is which client takes its calls and chats; that of a voice application is TEAMS_ONLY.
	CoexistenceMode directoryv1.CoexistenceMode
}

// Locate finds a user or a voice application by its identifier. Errors: TENANT_USER_NOT_FOUND and
// VOICE_APPLICATION_NOT_FOUND, also where it lives in another cloud than the identifier says, and
// PARTICIPANT_KIND_UNSUPPORTED for an identifier that is of no tenant.
func Locate(tx store.ReadTx, id identifier.ID) (*Party, error) {
	if !id.OfTenant() {
		return nil, reason.New(typev1.Reason_REASON_PARTICIPANT_KIND_UNSUPPORTED, "%s is in no tenant's directory: name a Teams user or a voice application", id)
	}
	tenantID, err := tx.Get(key.TenantOf(id.Local()))
	if err != nil {
		return nil, err
	}
	var found *Party
	if tenantID != nil {
		found, err = read(tx, string(tenantID), id)
	}
	if err == nil && (found == nil || found.ID != id) {
		return nil, unknown(id)
	}
	return found, err
}

// read returns the party of a tenant under an identifier, whatever its cloud; nil if there is none.
func read(tx store.ReadTx, tenantID string, id identifier.ID) (*Party, error) {
	if id.Kind() == identifier.VoiceApplication {
		stored, err := record.Get[recordv1.VoiceApplication](tx, key.VoiceApplication(tenantID, id.Local()))
		if stored == nil || err != nil {
			return nil, err
		}
		a := stored.GetApplication()
		return &Party{
			ID: applicationID(a.GetAppId()), TenantID: tenantID, DisplayName: a.GetDisplayName(),
			CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_TEAMS_ONLY,
		}, nil
	}
	u, err := loadUser(tx, tenantID, id.Local())
	if u == nil || err != nil {
		return nil, err
	}
	return &Party{ID: userID(u), TenantID: tenantID, DisplayName: u.GetDisplayName(), CoexistenceMode: u.GetCoexistenceMode()}, nil
}

func unknown(id identifier.ID) error {
	if id.Kind() == identifier.VoiceApplication {
		return noApplication(id.Raw())
	}
	return noUser(id.Raw())
}

func noUser(name string) *reason.Error {
	return reason.New(typev1.Reason_REASON_TENANT_USER_NOT_FOUND, "no tenant's directory that can be asked here has the user %s: check the id, or import the user", name).
		With("user", name)
}

func noApplication(name string) *reason.Error {
	return reason.New(typev1.Reason_REASON_VOICE_APPLICATION_NOT_FOUND, "no tenant's directory that can be asked here has the voice application %s: check the id, or create the application", name).
		With("application", name)
}

// userID is the identifier that a user is reached by.
func userID(u *directoryv1.TenantUser) identifier.ID {
	return identifier.NewTeamsUser(u.GetCloud(), u.GetUserId())
}

// applicationID is the identifier that a voice application is reached by. All of them live in the public cloud.
func applicationID(appID string) identifier.ID {
	return identifier.NewVoiceApplication(typev1.Cloud_CLOUD_PUBLIC, appID)
}

package directory_test

import (
	"slices"
	"strings"
	"testing"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/store"
)

const (
	queue     = directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_CALL_QUEUE
	attendant = directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_AUTO_ATTENDANT
)

func (w *world) addApplication(a *directoryv1.VoiceApplication) (*directoryv1.VoiceApplication, error) {
	answer, err := w.CreateVoiceApplication(w.t.Context(), w.admin, &directoryv1.CreateVoiceApplicationRequest{Application: a})
	return answer.GetApplication(), err
}

func TestCreateVoiceApplication(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"), person(2, "Grace"))
	w.importBy(w.other, []*directoryv1.TenantUser{person(3, "Theirs")})
	refusals := []struct {
		name        string
		application *directoryv1.VoiceApplication
		want        typev1.Reason
	}{
		{"the id of a user", &directoryv1.VoiceApplication{AppId: object(1), Type: queue}, typev1.Reason_REASON_ID_TAKEN},
		{"the id of a user of another tenant", &directoryv1.VoiceApplication{AppId: object(3), Type: queue}, typev1.Reason_REASON_ID_TAKEN},
		{"an agent who is not there", &directoryv1.VoiceApplication{Type: queue, AgentUserIds: objects(1, 9)}, typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"an agent of another tenant", &directoryv1.VoiceApplication{Type: queue, AgentUserIds: objects(3)}, typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"agents of an attendant", &directoryv1.VoiceApplication{Type: attendant, AgentUserIds: objects(1)}, typev1.Reason_REASON_INVALID_FIELD},
	}
	head := w.head()
	for _, tt := range refusals {
		t.Run(tt.name, func(t *testing.T) {
			_, err := w.addApplication(tt.application)
			refused(t, err, tt.want)
		})
	}
	if w.head() != head {
		t.Error("a refused application was written")
	}
	a, err := w.addApplication(&directoryv1.VoiceApplication{AppId: strings.ToUpper("ab" + object(7)[2:]), Type: queue, DisplayName: "Help", AgentUserIds: objects(2, 1)})
	w.must(err)
	if a.GetIdentifier().GetRawId() != "28:orgid:ab"+object(7)[2:] || !slices.Equal(a.GetAgentUserIds(), objects(2, 1)) || a.GetTenantId() != tenantID {
		t.Errorf("the application is %v", a)
	}
	got, err := w.GetVoiceApplication(t.Context(), w.admin, &directoryv1.GetVoiceApplicationRequest{AppId: a.GetAppId()})
	if err != nil || !proto.Equal(got.GetApplication(), a) {
		t.Errorf("read back: %v, %v", got, err)
	}
	if entries := w.entries(head); len(entries) != 1 || w.usage() != 2 {
		t.Errorf("%d entries, %d users counted", len(entries), w.usage())
	}
}

func TestUpdateVoiceApplication(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"), person(2, "Grace"))
	a, err := w.addApplication(&directoryv1.VoiceApplication{AppId: object(7), Type: queue, DisplayName: "Help", AgentUserIds: objects(1)})
	w.must(err)
	change := func(a *directoryv1.VoiceApplication, etag string, paths ...string) (*directoryv1.VoiceApplication, error) {
		answer, err := w.UpdateVoiceApplication(t.Context(), w.admin, &directoryv1.UpdateVoiceApplicationRequest{Application: a, Etag: etag, UpdateMask: &fieldmaskpb.FieldMask{Paths: paths}})
		return answer.GetApplication(), err
	}
	w.delete(1)
	renamed, err := change(&directoryv1.VoiceApplication{AppId: object(7), DisplayName: "Service", AgentUserIds: objects(2)}, a.GetEtag(), "display_name")
	if err != nil || renamed.GetDisplayName() != "Service" || !slices.Equal(renamed.GetAgentUserIds(), objects(1)) || renamed.GetEtag() == a.GetEtag() {
		t.Errorf("renamed: %v, %v", renamed, err)
	}
	staffed, err := change(&directoryv1.VoiceApplication{AppId: object(7), AgentUserIds: objects(2)}, "", "agent_user_ids")
	if err != nil || staffed.GetDisplayName() != "Service" || !slices.Equal(staffed.GetAgentUserIds(), objects(2)) {
		t.Errorf("staffed: %v, %v", staffed, err)
	}
	_, err = change(&directoryv1.VoiceApplication{AppId: object(7), AgentUserIds: objects(1)}, "", "agent_user_ids")
	refused(t, err, typev1.Reason_REASON_TENANT_USER_NOT_FOUND)
	_, err = change(&directoryv1.VoiceApplication{AppId: object(7)}, a.GetEtag(), "display_name")
	refused(t, err, typev1.Reason_REASON_ETAG_MISMATCH)
	_, err = change(&directoryv1.VoiceApplication{AppId: object(7), Type: attendant}, "", "type")
	refused(t, err, typev1.Reason_REASON_UPDATE_MASK_INVALID)
	_, err = change(&directoryv1.VoiceApplication{AppId: object(8)}, "", "display_name")
	refused(t, err, typev1.Reason_REASON_VOICE_APPLICATION_NOT_FOUND)
}

func TestDeleteVoiceApplication(t *testing.T) {
	w := newWorld(t)
	for n := range 3 {
		_, err := w.addApplication(&directoryv1.VoiceApplication{AppId: object(n), Type: attendant, DisplayName: "Reception"})
		w.must(err)
	}
	remove := func(n int, etag string) error {
		_, err := w.DeleteVoiceApplication(t.Context(), w.admin, &directoryv1.DeleteVoiceApplicationRequest{AppId: object(n), Etag: etag})
		return err
	}
	refused(t, remove(1, "stale"), typev1.Reason_REASON_ETAG_MISMATCH)
	w.must(remove(1, ""))
	w.must(remove(1, ""))
	id := identifier.NewVoiceApplication(typev1.Cloud_CLOUD_PUBLIC, object(1))
	if w.generation(id) != 1 || len(*w.left) != 1 || (*w.left)[0] != id {
		t.Errorf("tokens are of generation %d, and %v left", w.generation(id), *w.left)
	}
	_, err := w.GetVoiceApplication(t.Context(), w.admin, &directoryv1.GetVoiceApplicationRequest{AppId: object(1)})
	refused(t, err, typev1.Reason_REASON_VOICE_APPLICATION_NOT_FOUND)
	var ids []string
	request := &directoryv1.ListVoiceApplicationsRequest{PageSize: 1}
	for more := true; more; more = request.GetPageToken() != "" {
		answer, err := w.ListVoiceApplications(t.Context(), w.admin, request)
		w.must(err)
		for _, a := range answer.GetApplications() {
			ids = append(ids, a.GetAppId())
		}
		request.PageToken = answer.GetNextPageToken()
	}
	if !slices.Equal(ids, objects(0, 2)) {
		t.Errorf("applications are %q", ids)
	}
	w.add(person(1, "Ada"))
}

func TestLocate(t *testing.T) {
	w := newWorld(t)
	gov := person(2, "Grace")
	gov.Cloud, gov.CoexistenceMode = typev1.Cloud_CLOUD_GCCH, directoryv1.CoexistenceMode_COEXISTENCE_MODE_ISLANDS
	w.add(person(1, "Ada"), gov, person(4, "Gone"))
	w.delete(4)
	_, err := w.addApplication(&directoryv1.VoiceApplication{AppId: object(3), Type: attendant, DisplayName: "Reception"})
	w.must(err)
	const (
		noUser        = typev1.Reason_REASON_TENANT_USER_NOT_FOUND
		noApplication = typev1.Reason_REASON_VOICE_APPLICATION_NOT_FOUND
		noParty       = typev1.Reason_REASON_PARTICIPANT_KIND_UNSUPPORTED
	)
	tests := []struct {
		name, raw, display string
		mode               directoryv1.CoexistenceMode
		want               typev1.Reason
	}{
		{"user", "8:orgid:" + object(1), "Ada", directoryv1.CoexistenceMode_COEXISTENCE_MODE_TEAMS_ONLY, 0},
		{"user of another cloud", "8:gcch:" + object(2), "Grace", directoryv1.CoexistenceMode_COEXISTENCE_MODE_ISLANDS, 0},
		{"voice application", "28:orgid:" + object(3), "Reception", directoryv1.CoexistenceMode_COEXISTENCE_MODE_TEAMS_ONLY, 0},
		{"unknown user", "8:orgid:" + object(9), "", 0, noUser},
		{"deleted user", "8:orgid:" + object(4), "", 0, noUser},
		{"user under another cloud", "8:orgid:" + object(2), "", 0, noUser},
		{"public user under a cloud", "8:dod:" + object(1), "", 0, noUser},
		{"application as a user", "8:orgid:" + object(3), "", 0, noUser},
		{"user as an application", "28:orgid:" + object(1), "", 0, noApplication},
		{"application under another cloud", "28:dod:" + object(3), "", 0, noApplication},
		{"unknown application", "28:orgid:" + object(9), "", 0, noApplication},
		{"communication user", "8:acs:" + object(1) + "_" + object(1), "", 0, noParty},
		{"visitor", "8:teamsvisitor:" + object(1), "", 0, noParty},
		{"telephone number", "4:+15551234567", "", 0, noParty},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			id, err := identifier.Parse(tt.raw)
			w.must(err)
			w.view(func(tx store.ReadTx) error {
				party, err := directory.Locate(tx, id)
				refused(t, err, tt.want)
				if err != nil {
					if party != nil {
						t.Errorf("with an error comes %v", party)
					}
					return nil
				}
				if want := (directory.Party{ID: id, TenantID: tenantID, DisplayName: tt.display, CoexistenceMode: tt.mode}); *party != want {
					t.Errorf("found %v, want %v", *party, want)
				}
				return nil
			})
		})
	}
}

package admin_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// deployment is an administration after its first start, and the operator's caller.
type deployment struct {
	*admin.Service
	*admin.Credentials

	ledger   *ledger.Ledger
	operator access.Caller
}

func newDeployment(t *testing.T) *deployment {
	t.Helper()
	l := ledgertest.New(t)
	c, err := admin.Bootstrap(t.Context(), l, credentialsPath(t))
	if err != nil {
		t.Fatal(err)
	}
	d := &deployment{Service: admin.New(l), Credentials: c, ledger: l}
	d.operator = d.caller(t, c.OperatorKey)
	return d
}

func (d *deployment) caller(t *testing.T, key string) access.Caller {
	t.Helper()
	c, err := authenticate(t, d.ledger, key)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func must[T any](t *testing.T) func(v T, err error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func wantReason(t *testing.T, err error, want typev1.Reason) {
	t.Helper()
	if reason.Of(err) != want {
		t.Errorf("the error is %v, want %s", err, reason.Name(want))
	}
}

func TestCreateResourceShowsItsSecretsOnce(t *testing.T) {
	d := newDeployment(t)
	r := &adminv1.CreateResourceRequest{Resource: &adminv1.Resource{DisplayName: "Shop"}, IdempotencyKey: "k"}
	first := must[*adminv1.CreateResourceResponse](t)(d.CreateResource(t.Context(), d.operator, r))
	if len(first.GetKeys()) != 2 {
		t.Fatalf("there are %d keys", len(first.GetKeys()))
	}
	for i, k := range first.GetKeys() {
		if c := d.caller(t, k.GetSecret()); c.ResourceID != first.GetResource().GetResourceId() || c.KeyID != k.GetKey().GetKeyId() {
			t.Errorf("key %d lets in %+v", i, c)
		}
	}
	again := must[*adminv1.CreateResourceResponse](t)(d.CreateResource(t.Context(), d.operator, r))
	if again.GetResource().GetResourceId() != first.GetResource().GetResourceId() || len(again.GetKeys()) != 0 {
		t.Errorf("repeated, it answers %v", again)
	}
	d.wantNoSecret(t, first.GetKeys()[0].GetSecret())
}

func TestCreateTenantShowsItsSecretOnce(t *testing.T) {
	d := newDeployment(t)
	r := &adminv1.CreateTenantRequest{Tenant: &adminv1.Tenant{DisplayName: "Contoso"}, IdempotencyKey: "k"}
	first := must[*adminv1.CreateTenantResponse](t)(d.CreateTenant(t.Context(), d.operator, r))
	if c := d.caller(t, first.GetKey().GetSecret()); c.TenantID != first.GetTenant().GetTenantId() {
		t.Errorf("the key lets in %+v", c)
	}
	again := must[*adminv1.CreateTenantResponse](t)(d.CreateTenant(t.Context(), d.operator, r))
	if again.GetTenant().GetTenantId() != first.GetTenant().GetTenantId() || again.GetKey() != nil {
		t.Errorf("repeated, it answers %v", again)
	}
	d.wantNoSecret(t, first.GetKey().GetSecret())
}

// wantNoSecret makes sure that nothing in the store has the secret part of a key.
func (d *deployment) wantNoSecret(t *testing.T, key string) {
	t.Helper()
	secret := key[len(key)-43:]
	err := d.ledger.Store().View(t.Context(), func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(store.Range{}) {
			if err != nil {
				return err
			}
			if strings.Contains(string(pair.Value), secret) {
				t.Errorf("%q has the secret", pair.Key)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestIDsAreTakenForEver(t *testing.T) {
	d := newDeployment(t)
	gone := must[*adminv1.CreateResourceResponse](t)(d.CreateResource(t.Context(), d.operator, &adminv1.CreateResourceRequest{Resource: &adminv1.Resource{}})).GetResource().GetResourceId()
	must[*adminv1.DeleteResourceResponse](t)(d.DeleteResource(t.Context(), d.operator, &adminv1.DeleteResourceRequest{ResourceId: gone}))
	for name, id := range map[string]string{"of a resource": d.ResourceID, "in upper case": strings.ToUpper(d.ResourceID), "of a tenant": d.TenantID, "of a deleted resource": gone} {
		t.Run(name, func(t *testing.T) {
			_, err := d.CreateResource(t.Context(), d.operator, &adminv1.CreateResourceRequest{Resource: &adminv1.Resource{ResourceId: id}})
			wantReason(t, err, typev1.Reason_REASON_ID_TAKEN)
			_, err = d.CreateTenant(t.Context(), d.operator, &adminv1.CreateTenantRequest{Tenant: &adminv1.Tenant{TenantId: id}})
			wantReason(t, err, typev1.Reason_REASON_ID_TAKEN)
		})
	}
}

func TestUpdateResource(t *testing.T) {
	d := newDeployment(t)
	get := func() *adminv1.Resource {
		return must[*adminv1.GetResourceResponse](t)(d.GetResource(t.Context(), d.operator, &adminv1.GetResourceRequest{ResourceId: d.ResourceID})).GetResource()
	}
	before := get()
	update := func(etag string, r *adminv1.Resource, paths ...string) error {
		_, err := d.UpdateResource(t.Context(), d.operator, &adminv1.UpdateResourceRequest{Resource: r, UpdateMask: &fieldmaskpb.FieldMask{Paths: paths}, Etag: etag})
		return err
	}
	fresh := &adminv1.Resource{ResourceId: d.ResourceID, DisplayName: "New", Quotas: &adminv1.Quotas{MaxUsers: 5}}
	wantReason(t, update("", fresh), typev1.Reason_REASON_UPDATE_MASK_INVALID)
	wantReason(t, update("", fresh, "resource_id"), typev1.Reason_REASON_UPDATE_MASK_INVALID)
	wantReason(t, update("other", fresh, "quotas"), typev1.Reason_REASON_ETAG_MISMATCH)
	wantReason(t, update("", &adminv1.Resource{ResourceId: uuid.NewString()}, "quotas"), typev1.Reason_REASON_RESOURCE_NOT_FOUND)
	wantReason(t, update(before.GetEtag(), fresh, "quotas"), typev1.Reason_REASON_UNSPECIFIED)
	after := get()
	if after.GetDisplayName() != before.GetDisplayName() || after.GetQuotas().GetMaxUsers() != 5 || after.GetEtag() == before.GetEtag() {
		t.Errorf("it is %v after %v", after, before)
	}
	wantReason(t, update(before.GetEtag(), fresh, "display_name"), typev1.Reason_REASON_ETAG_MISMATCH)
	if !after.GetCreateTime().AsTime().Equal(before.GetCreateTime().AsTime()) {
		t.Error("the time of its creation has changed")
	}
}

func TestDeletedOwnersAreGone(t *testing.T) {
	d := newDeployment(t)
	ctx := t.Context()
	_, err := d.DeleteTenant(ctx, d.operator, &adminv1.DeleteTenantRequest{TenantId: d.TenantID, Etag: "other"})
	wantReason(t, err, typev1.Reason_REASON_ETAG_MISMATCH)
	for range 2 { // again succeeds
		must[*adminv1.DeleteTenantResponse](t)(d.DeleteTenant(ctx, d.operator, &adminv1.DeleteTenantRequest{TenantId: d.TenantID}))
		must[*adminv1.DeleteResourceResponse](t)(d.DeleteResource(ctx, d.operator, &adminv1.DeleteResourceRequest{ResourceId: d.ResourceID}))
	}
	for _, key := range []string{d.ResourceKeys[0], d.ResourceKeys[1], d.TenantAdminKey} {
		_, err := authenticate(t, d.ledger, key)
		wantReason(t, err, typev1.Reason_REASON_OWNER_DELETED)
	}
	_, err = d.GetTenant(ctx, d.operator, &adminv1.GetTenantRequest{TenantId: d.TenantID})
	wantReason(t, err, typev1.Reason_REASON_TENANT_NOT_FOUND)
	_, err = d.GetResource(ctx, d.operator, &adminv1.GetResourceRequest{ResourceId: d.ResourceID})
	wantReason(t, err, typev1.Reason_REASON_RESOURCE_NOT_FOUND)
	_, err = d.ListKeys(ctx, d.operator, &adminv1.ListKeysRequest{Owner: &adminv1.ListKeysRequest_TenantId{TenantId: d.TenantID}})
	wantReason(t, err, typev1.Reason_REASON_TENANT_NOT_FOUND)
	_, err = d.DeleteResource(ctx, d.operator, &adminv1.DeleteResourceRequest{ResourceId: uuid.NewString()})
	wantReason(t, err, typev1.Reason_REASON_RESOURCE_NOT_FOUND)
	if left := must[*adminv1.ListResourcesResponse](t)(d.ListResources(ctx, d.operator, &adminv1.ListResourcesRequest{})); len(left.GetResources()) != 0 {
		t.Errorf("still there: %v", left)
	}
	if u := must[*adminv1.GetUsageResponse](t)(d.GetUsage(ctx, d.operator, &adminv1.GetUsageRequest{})); u.GetResourceCount() != 0 || u.GetTenantCount() != 0 || u.GetEventCount() == 0 {
		t.Errorf("the usage is %v", u)
	}
}

func TestRotateKey(t *testing.T) {
	d := newDeployment(t)
	const secondary = adminv1.KeySlot_KEY_SLOT_SECONDARY
	ofTenant := &adminv1.RotateKeyRequest_TenantId{TenantId: d.TenantID}
	tests := []struct {
		name    string
		request *adminv1.RotateKeyRequest
		old     string
		want    typev1.Reason
	}{
		{"second key of a resource", &adminv1.RotateKeyRequest{Owner: &adminv1.RotateKeyRequest_ResourceId{ResourceId: strings.ToUpper(d.ResourceID)}, Slot: secondary}, d.ResourceKeys[1], 0},
		{"key of a tenant", &adminv1.RotateKeyRequest{Owner: ofTenant}, d.TenantAdminKey, 0},
		{"second key of a tenant", &adminv1.RotateKeyRequest{Owner: ofTenant, Slot: secondary}, "", typev1.Reason_REASON_KEY_NOT_FOUND},
		{"key of no resource", &adminv1.RotateKeyRequest{Owner: &adminv1.RotateKeyRequest_ResourceId{ResourceId: uuid.NewString()}}, "", typev1.Reason_REASON_RESOURCE_NOT_FOUND},
		{"key of the operator", &adminv1.RotateKeyRequest{Owner: &adminv1.RotateKeyRequest_Operator{Operator: true}}, d.OperatorKey, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := d.RotateKey(t.Context(), d.operator, tt.request)
			wantReason(t, err, tt.want)
			if err != nil {
				return
			}
			if c := d.caller(t, r.GetKey().GetSecret()); c.KeyID != r.GetKey().GetKey().GetKeyId() {
				t.Errorf("the new key lets in %+v", c)
			}
			_, err = authenticate(t, d.ledger, tt.old)
			wantReason(t, err, typev1.Reason_REASON_KEY_UNKNOWN)
		})
	}
	keys := must[*adminv1.ListKeysResponse](t)(d.ListKeys(t.Context(), d.operator, &adminv1.ListKeysRequest{Owner: &adminv1.ListKeysRequest_ResourceId{ResourceId: d.ResourceID}})).GetKeys()
	if len(keys) != 2 || !strings.Contains(d.ResourceKeys[0], keys[0].GetKeyId()) || keys[1].GetSlot() != secondary {
		t.Errorf("the keys are %v", keys)
	}
}

func TestAuditRecords(t *testing.T) {
	d := newDeployment(t)
	ctx := t.Context()
	for range 3 {
		must[*adminv1.RotateKeyResponse](t)(d.RotateKey(ctx, d.operator, &adminv1.RotateKeyRequest{Owner: &adminv1.RotateKeyRequest_TenantId{TenantId: d.TenantID}}))
	}
	backend := d.caller(t, d.ResourceKeys[0])
	tests := []struct {
		name    string
		caller  access.Caller
		request *adminv1.ListAuditRecordsRequest
		methods []string
		want    typev1.Reason
	}{
		{"operator, all", d.operator, &adminv1.ListAuditRecordsRequest{}, []string{"RotateKey", "RotateKey", "RotateKey", "bootstrap", "bootstrap", "bootstrap"}, 0},
		{"operator, a tenant's", d.operator, &adminv1.ListAuditRecordsRequest{Owner: &adminv1.ListAuditRecordsRequest_TenantId{TenantId: d.TenantID}}, []string{"RotateKey", "RotateKey", "RotateKey", "bootstrap"}, 0},
		{"operator, the deployment's", d.operator, &adminv1.ListAuditRecordsRequest{Owner: &adminv1.ListAuditRecordsRequest_Operator{Operator: true}}, []string{"bootstrap"}, 0},
		{"resource, its own", backend, &adminv1.ListAuditRecordsRequest{}, []string{"bootstrap"}, 0},
		{"resource, its own by name", backend, &adminv1.ListAuditRecordsRequest{Owner: &adminv1.ListAuditRecordsRequest_ResourceId{ResourceId: d.ResourceID}}, []string{"bootstrap"}, 0},
		{"resource, another's", backend, &adminv1.ListAuditRecordsRequest{Owner: &adminv1.ListAuditRecordsRequest_ResourceId{ResourceId: uuid.NewString()}}, nil, typev1.Reason_REASON_FOREIGN_OWNER},
		{"resource, a tenant's", backend, &adminv1.ListAuditRecordsRequest{Owner: &adminv1.ListAuditRecordsRequest_TenantId{TenantId: d.TenantID}}, nil, typev1.Reason_REASON_FOREIGN_OWNER},
		{"resource, the deployment's", backend, &adminv1.ListAuditRecordsRequest{Owner: &adminv1.ListAuditRecordsRequest_Operator{Operator: true}}, nil, typev1.Reason_REASON_FOREIGN_OWNER},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.request.PageSize = 2
			var methods []string
			for {
				r, err := d.ListAuditRecords(ctx, tt.caller, tt.request)
				wantReason(t, err, tt.want)
				for _, record := range r.GetRecords() {
					methods = append(methods, strings.TrimPrefix(record.GetMethod(), "parley.admin.v1.AdminService/"))
				}
				if tt.request.PageToken = r.GetNextPageToken(); tt.request.GetPageToken() == "" {
					break
				}
			}
			if !slices.Equal(methods, tt.methods) {
				t.Errorf("it lists %v, want %v", methods, tt.methods)
			}
		})
	}
}

func TestPageTokensBelongToTheirCaller(t *testing.T) {
	d := newDeployment(t)
	request := &adminv1.ListAuditRecordsRequest{PageSize: 1}
	request.PageToken = must[*adminv1.ListAuditRecordsResponse](t)(d.ListAuditRecords(t.Context(), d.operator, request)).GetNextPageToken()
	_, err := d.ListAuditRecords(t.Context(), d.caller(t, d.ResourceKeys[0]), request)
	wantReason(t, err, typev1.Reason_REASON_PAGE_TOKEN_INVALID)
	request.PageToken = "x" + request.GetPageToken()
	_, err = d.ListAuditRecords(t.Context(), d.operator, request)
	wantReason(t, err, typev1.Reason_REASON_PAGE_TOKEN_INVALID)
}

func TestUsageOfOthersIsForeign(t *testing.T) {
	d := newDeployment(t)
	adminKey := d.caller(t, d.TenantAdminKey)
	_, err := d.GetUsage(t.Context(), adminKey, &adminv1.GetUsageRequest{Owner: &adminv1.GetUsageRequest_ResourceId{ResourceId: d.ResourceID}})
	wantReason(t, err, typev1.Reason_REASON_FOREIGN_OWNER)
	_, err = d.GetUsage(t.Context(), adminKey, &adminv1.GetUsageRequest{})
	wantReason(t, err, typev1.Reason_REASON_UNSPECIFIED)
	_, err = d.GetUsage(t.Context(), d.operator, &adminv1.GetUsageRequest{Owner: &adminv1.GetUsageRequest_ResourceId{ResourceId: uuid.NewString()}})
	wantReason(t, err, typev1.Reason_REASON_RESOURCE_NOT_FOUND)
}

func TestQuotasHaveDefaults(t *testing.T) {
	d := newDeployment(t)
	r := must[*adminv1.CreateResourceResponse](t)(d.CreateResource(t.Context(), d.operator, &adminv1.CreateResourceRequest{Resource: &adminv1.Resource{Quotas: &adminv1.Quotas{MaxThreads: 3}}}))
	err := d.ledger.Store().View(t.Context(), func(tx store.ReadTx) error {
		q, err := admin.Quotas(tx, r.GetResource().GetResourceId())
		if q.GetMaxThreads() != 3 || q.GetMaxParticipantsPerThread() != 250 || q.GetMaxUsers() == 0 || q.GetMaxMessagesPerSecond() == 0 {
			t.Errorf("they are %v", q)
		}
		return err
	})
	wantReason(t, err, typev1.Reason_REASON_UNSPECIFIED)
}

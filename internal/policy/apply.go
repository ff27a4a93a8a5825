package policy

import (
	"context"

	"google.golang.org/protobuf/proto"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// ApplyPolicy answers the RPC of that name.
func (e *Engine) ApplyPolicy(ctx context.Context, c access.Caller, r *policyv1.ApplyPolicyRequest) (*policyv1.ApplyPolicyResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	if r.GetDryRun() {
		return e.dryRun(ctx, tenantID, r)
	}
	return change(ctx, e, e.write(c, "ApplyPolicy", r), tenantID, func(tx *ledger.Tx) (*policyv1.ApplyPolicyResponse, error) {
		p, err := plan(tx, tenantID, r)
		if err != nil {
			return nil, err
		}
		response := p.response()
		if err := p.carryOut(tx); err != nil {
			return nil, err
		}
		s, err := loadState(tx, tenantID)
		if err != nil {
			return nil, err
		}
		if response.Etag, err = s.etag(); err != nil {
			return nil, err
		}
		response.Commit = tx.Commit()
		return response, checkKept(r, response)
	})
}

func (e *Engine) dryRun(ctx context.Context, tenantID string, r *policyv1.ApplyPolicyRequest) (*policyv1.ApplyPolicyResponse, error) {
	var response *policyv1.ApplyPolicyResponse
	err := e.view(ctx, func(tx store.ReadTx) error {
		p, err := plan(tx, tenantID, r)
		if err == nil {
			response = p.response()
		}
		return err
	})
	return response, err
}

// kept is how large an answer may be to be kept for a repeated request: a stored value, less what is stored with it.
const kept = store.MaxValueSize - 1<<10

// checkKept refuses an idempotency key for an answer that could not be kept under it.
func checkKept(r *policyv1.ApplyPolicyRequest, response *policyv1.ApplyPolicyResponse) error {
	if r.GetIdempotencyKey() == "" || proto.Size(response) <= kept {
		return nil
	}
	return reason.New(typev1.Reason_REASON_INVALID_FIELD, "the answer names %d changes, too many to be kept for a repeated request: leave idempotency_key empty, as applying a document again changes nothing", len(response.GetChanges())).
		Field("idempotency_key", "must be empty for a change of this size")
}

// transition is what a document asks for: from one state to another.
type transition struct {
	before, after *state
	etag          string
}

// plan reads what is there and what a request wants, and checks all of it.
func plan(tx store.ReadTx, tenantID string, r *policyv1.ApplyPolicyRequest) (*transition, error) {
	before, err := loadState(tx, tenantID)
	if err != nil {
		return nil, err
	}
	version, err := before.etag()
	if err != nil {
		return nil, err
	}
	if err := etag.Check(r.GetEtag(), version); err != nil {
		return nil, err
	}
	after, err := wanted(tx, tenantID, r.GetDocument())
	return &transition{before: before, after: after, etag: version}, err
}

// response tells of the transition before it is carried out.
func (t *transition) response() *policyv1.ApplyPolicyResponse {
	changes := differences(t.before, t.after)
	return &policyv1.ApplyPolicyResponse{Changes: changes, Diff: readable(changes), Etag: t.etag}
}

// carryOut writes what differs, in an order in which nobody who watches sees a grant of a policy that is not there.
func (t *transition) carryOut(tx *ledger.Tx) error {
	if !sameConfiguration(t.before.configuration, t.after.configuration) {
		if err := storeConfiguration(tx, t.after.configuration); err != nil {
			return err
		}
	}
	for _, step := range []func(*ledger.Tx) error{t.setPolicies, t.revoke, t.grant, t.removePolicies} {
		if err := step(tx); err != nil {
			return err
		}
	}
	return nil
}

func (t *transition) setPolicies(tx *ledger.Tx) error {
	for _, p := range t.after.sortedPolicies() {
		old := t.before.policies[p.GetName()]
		if samePolicy(old, p) {
			continue
		}
		p.CreateTime = old.GetCreateTime()
		if err := storePolicy(tx, p); err != nil {
			return err
		}
	}
	return nil
}

func (t *transition) revoke(tx *ledger.Tx) error {
	for _, g := range t.before.sortedGrants() {
		a := assigneeOf(g)
		if t.after.grants[a] != nil {
			continue
		}
		if err := removeGrant(tx, t.after.tenantID, a); err != nil {
			return err
		}
	}
	return nil
}

func (t *transition) grant(tx *ledger.Tx) error {
	for _, g := range t.after.sortedGrants() {
		if sameGrant(t.before.grants[assigneeOf(g)], g) {
			continue
		}
		if err := storeGrant(tx, g); err != nil {
			return err
		}
	}
	return nil
}

func (t *transition) removePolicies(tx *ledger.Tx) error {
	for _, p := range t.before.sortedPolicies() {
		if t.after.policies[p.GetName()] != nil {
			continue
		}
		if err := removePolicy(tx, t.after.tenantID, p.GetName()); err != nil {
			return err
		}
	}
	return nil
}

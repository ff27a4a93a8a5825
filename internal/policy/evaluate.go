package policy

import (
	"context"
	"errors"
	"strings"

	"google.golang.org/genproto/googleapis/rpc/status"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// EvaluateInterop answers the RPC of that name.
func (e *Engine) EvaluateInterop(ctx context.Context, c access.Caller, r *policyv1.EvaluateInteropRequest) (*policyv1.EvaluateInteropResponse, error) {
	response := &policyv1.EvaluateInteropResponse{}
	err := e.view(ctx, func(tx store.ReadTx) error {
		err := ledger.CheckRevision(tx, r.GetAtLeastRevision())
		if err == nil {
			response.Decision, err = evaluateFor(tx, c, r)
		}
		return err
	})
	return response, err
}

// BatchEvaluateInterop answers the RPC of that name. refusal makes the status of what cannot be decided.
func (e *Engine) BatchEvaluateInterop(ctx context.Context, c access.Caller, r *policyv1.BatchEvaluateInteropRequest, refusal func(*reason.Error) *status.Status) (*policyv1.BatchEvaluateInteropResponse, error) {
	response := &policyv1.BatchEvaluateInteropResponse{}
	err := e.view(ctx, func(tx store.ReadTx) error {
		if err := ledger.CheckRevision(tx, r.GetAtLeastRevision()); err != nil {
			return err
		}
		for _, item := range r.GetItems() {
			result, err := evaluateItem(tx, c, item, refusal)
			if err != nil {
				return err
			}
			response.Results = append(response.Results, result)
		}
		return nil
	})
	return response, err
}

// evaluateItem decides one item. An error is one of the storage: it is no answer to the item.
func evaluateItem(tx store.ReadTx, c access.Caller, item *policyv1.EvaluateInteropRequest, refusal func(*reason.Error) *status.Status) (*policyv1.BatchEvaluateInteropResult, error) {
	decision, err := evaluateFor(tx, c, item)
	if refused, ok := errors.AsType[*reason.Error](err); ok {
		return &policyv1.BatchEvaluateInteropResult{Result: &policyv1.BatchEvaluateInteropResult_Error{Error: refusal(refused)}}, nil
	}
	return &policyv1.BatchEvaluateInteropResult{Result: &policyv1.BatchEvaluateInteropResult_Decision{Decision: decision}}, err
}

// evaluateFor decides what a caller may ask for: a tenant's administrator for its own tenant, a resource for itself.
func evaluateFor(tx store.ReadTx, c access.Caller, r *policyv1.EvaluateInteropRequest) (*policyv1.Decision, error) {
	resourceID, tenantID := strings.ToLower(r.GetResourceId()), strings.ToLower(r.GetTenantId())
	var err error
	if c.Kind == typev1.CallerKind_CALLER_KIND_TENANT_ADMIN {
		tenantID, err = c.OwnTenant(tenantID)
	} else {
		resourceID, err = c.OwnResource(resourceID)
	}
	if err != nil {
		return nil, err
	}
	for path, value := range map[string]string{"resource_id": resourceID, "tenant_id": tenantID} {
		if value == "" {
			return nil, reason.New(typev1.Reason_REASON_INVALID_FIELD, "%s is empty, and the credential is of none: name one", path).
				Field(path, "must be given")
		}
	}
	decision, err := Evaluate(tx, resourceID, tenantID, strings.ToLower(r.GetUserId()))
	if c.Kind != typev1.CallerKind_CALLER_KIND_TENANT_ADMIN {
		discreet(decision)
	}
	return decision, err
}

// discreet takes out of a decision what only the tenant's administrator should know: the names of its policies and groups.
func discreet(d *policyv1.Decision) {
	for _, s := range d.GetSteps() {
		switch s.GetRule() {
		case policyv1.Rule_RULE_TENANT_ENABLED, policyv1.Rule_RULE_RESOURCE_ALLOWED:
		default:
			s.Subject, s.Detail = "", ""
		}
	}
}

package admin

import (
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// owner is whom a request is about: a resource, a tenant or the deployment itself.
type owner struct {
	resourceID, tenantID string
	// operator means the deployment itself; without any of the three, the request named nobody.
	operator bool
}

// named is a request that names an owner.
type named interface {
	GetResourceId() string
	GetTenantId() string
	GetOperator() bool
}

func ownerOf(r named) owner {
	return owner{resourceID: guid(r.GetResourceId()), tenantID: guid(r.GetTenantId()), operator: r.GetOperator()}
}

// seenBy returns the owner that a caller asks about: the one that the request names or, where it names none, the caller's own;
// nobody is named for the operator, who sees all. Another's is FOREIGN_OWNER.
func (o owner) seenBy(c access.Caller) (owner, error) {
	if c.Kind == typev1.CallerKind_CALLER_KIND_OPERATOR {
		return o, nil
	}
	if o == (owner{}) {
		return owner{resourceID: c.ResourceID, tenantID: c.TenantID}, nil
	}
	if o.operator {
		return owner{}, reason.New(typev1.Reason_REASON_FOREIGN_OWNER, "only the operator may ask about the deployment: name your own, or leave the owner out")
	}
	if _, err := c.OwnResource(o.resourceID); err != nil {
		return owner{}, err
	}
	if _, err := c.OwnTenant(o.tenantID); err != nil {
		return owner{}, err
	}
	return o, nil
}

// id is what the owner's keys, counters and audit trail go by; empty for the deployment.
func (o owner) id() string { return o.resourceID + o.tenantID }

// keyKind is what the owner's keys let in.
func (o owner) keyKind() typev1.CallerKind {
	switch {
	case o.resourceID != "":
		return typev1.CallerKind_CALLER_KIND_RESOURCE
	case o.tenantID != "":
		return typev1.CallerKind_CALLER_KIND_TENANT_ADMIN
	default:
		return typev1.CallerKind_CALLER_KIND_OPERATOR
	}
}

// lives reports whether the owner is there. Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND.
func (o owner) lives(tx store.ReadTx) (err error) {
	switch {
	case o.resourceID != "":
		_, err = loadResource(tx, o.resourceID)
	case o.tenantID != "":
		_, err = loadTenant(tx, o.tenantID)
	}
	return err
}

// deployment is the topic of what happens to the deployment itself, and so its part of the audit trail.
var deployment = event.AuditOf("deployment")

// audit is the topic of the owner's part of the audit trail.
func (o owner) audit() string {
	switch {
	case o.operator:
		return deployment
	case o == owner{}:
		return event.Audit
	default:
		return event.AuditOf(o.id())
	}
}

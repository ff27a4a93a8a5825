package access_test

import (
	"testing"

	"github.com/google/uuid"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
)

func TestAuthorize(t *testing.T) {
	user := identifier.NewCommunicationUser(uuid.NewString(), uuid.NewString())
	const communicationUser = typev1.CallerKind_CALLER_KIND_COMMUNICATION_USER
	rule := &typev1.Authorization{Callers: []typev1.CallerKind{resource, communicationUser}, Scope: chat, NeedsUser: true}
	tests := []struct {
		name   string
		caller access.Caller
		rule   *typev1.Authorization
		want   typev1.Reason
	}{
		{"another kind", access.Caller{Kind: tenantAdmin, KeyID: "k"}, rule, typev1.Reason_REASON_CALLER_NOT_ALLOWED},
		{"no rule", access.Caller{Kind: operator, KeyID: "k"}, nil, typev1.Reason_REASON_CALLER_NOT_ALLOWED},
		{"nobody", access.Caller{}, rule, typev1.Reason_REASON_CALLER_NOT_ALLOWED},
		{"no scope", access.Caller{Kind: communicationUser, User: user}, rule, typev1.Reason_REASON_SCOPE_MISSING},
		{"another scope", access.Caller{Kind: communicationUser, User: user, Scopes: []typev1.Scope{voip}}, rule, typev1.Reason_REASON_SCOPE_MISSING},
		{"the scope", access.Caller{Kind: communicationUser, User: user, Scopes: []typev1.Scope{voip, chat}}, rule, typev1.Reason_REASON_UNSPECIFIED},
		{"a key for nobody", access.Caller{Kind: resource, KeyID: "k"}, rule, typev1.Reason_REASON_ACT_AS_REQUIRED},
		{"a key for a user", access.Caller{Kind: resource, KeyID: "k", User: user}, rule, typev1.Reason_REASON_UNSPECIFIED},
		{"a rule without scope and user", access.Caller{Kind: resource, KeyID: "k"}, &typev1.Authorization{Callers: []typev1.CallerKind{resource}}, typev1.Reason_REASON_UNSPECIFIED},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := access.Authorize(tt.caller, tt.rule); reason.Of(err) != tt.want {
				t.Errorf("%v, want %s", err, reason.Name(tt.want))
			}
		})
	}
}

func TestAContextWithoutACallerIsAFault(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("somebody was taken for nobody")
		}
	}()
	access.FromContext(t.Context())
}

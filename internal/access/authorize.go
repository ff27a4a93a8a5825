package access

import (
	"slices"
	"strings"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

// Authorize reports whether a caller may call a method that declares rule. An error is CALLER_NOT_ALLOWED, SCOPE_MISSING or
// ACT_AS_REQUIRED.
func Authorize(c Caller, rule *typev1.Authorization) error {
	if !slices.Contains(rule.GetCallers(), c.Kind) {
		return reason.New(typev1.Reason_REASON_CALLER_NOT_ALLOWED, "the method is for %s, and the credential is of %s", kindNames(rule.GetCallers()...), kindNames(c.Kind))
	}
	if !c.HasScope(rule.GetScope()) {
		return reason.New(typev1.Reason_REASON_SCOPE_MISSING, "the method needs a token with the scope %s: get one", scopeNames[rule.GetScope()]).With("scope", scopeNames[rule.GetScope()])
	}
	if rule.GetNeedsUser() && c.User.IsZero() {
		return reason.New(typev1.Reason_REASON_ACT_AS_REQUIRED, "the method acts for a user: name one of the resource in metadata `parley-act-as: <raw id>`")
	}
	return nil
}

// kindNames lists kinds of callers for people.
func kindNames(kinds ...typev1.CallerKind) string {
	names := make([]string, 0, len(kinds))
	for _, k := range kinds {
		names = append(names, strings.ToLower(strings.TrimPrefix(k.String(), "CALLER_KIND_")))
	}
	return strings.Join(names, ", ")
}

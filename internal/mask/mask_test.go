package mask_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/testing/protocmp"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/reason"
)

type configuration = policyv1.FederationConfiguration

func capabilities(edit, routing bool) *policyv1.InteropCapabilities {
	return &policyv1.InteropCapabilities{TeamsUsersEdit: edit, Routing: routing}
}

func TestApply(t *testing.T) {
	tests := []struct {
		name           string
		dst, src, want *configuration
		paths          []string
	}{
		{"a value", &configuration{}, &configuration{EnableAcsUsers: true, Etag: "x"}, &configuration{EnableAcsUsers: true}, []string{"enable_acs_users"}},
		{"no value clears", &configuration{EnableAcsUsers: true}, &configuration{}, &configuration{}, []string{"enable_acs_users"}},
		{"a list is replaced", &configuration{AllowedAcsResources: []string{"a", "b"}}, &configuration{AllowedAcsResources: []string{"c"}}, &configuration{AllowedAcsResources: []string{"c"}}, []string{"allowed_acs_resources"}},
		{"within a message", &configuration{Capabilities: capabilities(true, false)}, &configuration{Capabilities: capabilities(false, true)}, &configuration{Capabilities: capabilities(true, true)}, []string{"capabilities.routing"}},
		{"within a message that is not there yet", &configuration{}, &configuration{Capabilities: capabilities(true, true)}, &configuration{Capabilities: capabilities(false, true)}, []string{"capabilities.routing"}},
		{"within a message that is not given", &configuration{Capabilities: capabilities(true, true)}, &configuration{}, &configuration{Capabilities: capabilities(true, false)}, []string{"capabilities.routing"}},
		{"within a message that is nowhere", &configuration{}, &configuration{}, &configuration{}, []string{"capabilities.routing"}},
		{"a message and something within it", &configuration{Capabilities: capabilities(true, false)}, &configuration{Capabilities: capabilities(false, true)}, &configuration{Capabilities: capabilities(false, true)}, []string{"capabilities", "capabilities.routing"}},
		{"twice", &configuration{}, &configuration{EnableAcsUsers: true}, &configuration{EnableAcsUsers: true}, []string{"enable_acs_users", "enable_acs_users"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			given := proto.CloneOf(tt.src)
			if err := mask.Apply(tt.dst, tt.src, &fieldmaskpb.FieldMask{Paths: tt.paths}, "enable_acs_users", "allowed_acs_resources", "capabilities"); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, tt.dst, protocmp.Transform()); diff != "" {
				t.Error(diff)
			}
			if tt.dst.Capabilities != nil {
				tt.dst.Capabilities.Reset()
			}
			if diff := cmp.Diff(given, tt.src, protocmp.Transform()); diff != "" {
				t.Errorf("the source has changed: %s", diff)
			}
		})
	}
}

func TestMaskIsRefused(t *testing.T) {
	tests := map[string][]string{
		"nothing":                  nil,
		"unknown":                  {"colour"},
		"unknown within":           {"capabilities.colour"},
		"known, but not updatable": {"etag"},
		"begins like an updatable": {"enable_acs_users_too"},
		"within a plain value":     {"enable_acs_users.x"},
		"an element of a list":     {"allowed_acs_resources.0"},
		"everything":               {"*"},
		"empty":                    {""},
		"a good one first":         {"enable_acs_users", "colour"},
	}
	for name, paths := range tests {
		t.Run(name, func(t *testing.T) {
			dst := &configuration{}
			err := mask.Apply(dst, &configuration{EnableAcsUsers: true, Etag: "x"}, &fieldmaskpb.FieldMask{Paths: paths}, "enable_acs_users", "allowed_acs_resources", "capabilities")
			if !reason.Is(err, typev1.Reason_REASON_UPDATE_MASK_INVALID) {
				t.Errorf("the answer is %v", err)
			}
			if !proto.Equal(dst, &configuration{}) {
				t.Errorf("it was changed all the same: %v", dst)
			}
		})
	}
}

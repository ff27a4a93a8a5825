// Package mask changes the fields of a message that an update mask names.
package mask

import (
	"slices"
	"strings"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

// Apply gives the fields of dst that m names the values that they have in src, a message of the same type; what src leaves
// unset is cleared. Only the updatable fields and what is within them can be named. A mask that names none, or another
// field, is UPDATE_MASK_INVALID, and dst is unchanged. src is left as it is and shares nothing with dst afterwards.
func Apply(dst, src proto.Message, m *fieldmaskpb.FieldMask, updatable ...string) error {
	if err := check(dst, m, updatable); err != nil {
		return err
	}
	from := proto.Clone(src).ProtoReflect()
	for _, path := range m.GetPaths() {
		assign(dst.ProtoReflect(), from, strings.Split(path, "."))
	}
	return nil
}

func check(dst proto.Message, m *fieldmaskpb.FieldMask, updatable []string) error {
	allowed := strings.Join(updatable, ", ")
	if len(m.GetPaths()) == 0 {
		return reason.New(typev1.Reason_REASON_UPDATE_MASK_INVALID, "update_mask names nothing: name what to change, of %s", allowed).
			Field("update_mask", "names nothing")
	}
	for _, path := range m.GetPaths() {
		within := func(field string) bool { return path == field || strings.HasPrefix(path, field+".") }
		known := (&fieldmaskpb.FieldMask{Paths: []string{path}}).IsValid(dst)
		if !known || !slices.ContainsFunc(updatable, within) {
			return reason.New(typev1.Reason_REASON_UPDATE_MASK_INVALID, "update_mask names %q, which cannot be updated: name %s", path, allowed).
				Field("update_mask", "%q cannot be updated", path)
		}
	}
	return nil
}

// assign copies the field at the end of path, which check has found to exist.
func assign(dst, src protoreflect.Message, path []string) {
	field := dst.Descriptor().Fields().ByName(protoreflect.Name(path[0]))
	switch {
	case len(path) > 1 && (src.Has(field) || dst.Has(field)):
		assign(dst.Mutable(field).Message(), src.Get(field).Message(), path[1:])
	case len(path) > 1 || !src.Has(field):
		dst.Clear(field)
	default:
		dst.Set(field, src.Get(field))
	}
}

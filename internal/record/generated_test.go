package record_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	_ "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/call/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	"github.com/parley-interop/parley/internal/record"
)

// The generated code encodes every message of the contract and every record as reflection does: what it makes reads back the same.
func TestGeneratedEncodingReadsBack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	types := 0
	protoregistry.GlobalTypes.RangeMessages(func(mt protoreflect.MessageType) bool {
		name := mt.Descriptor().FullName()
		if !strings.HasPrefix(string(name), "parley.") || mt.Descriptor().IsMapEntry() {
			return true
		}
		types++
		for round := range 20 {
			m := mt.New()
			if round > 0 {
				fill(random, m, 3)
			}
			err := record.Encoded(m.Interface(), func(b []byte) error {
				got := mt.New().Interface()
				if err := proto.Unmarshal(b, got); err != nil {
					return err
				}
				if !proto.Equal(got, m.Interface()) {
					return fmt.Errorf("%v became %v", m.Interface(), got)
				}
				return nil
			})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
		return true
	})
	if types < 100 {
		t.Errorf("only %d types were found", types)
	}
}

// fill sets about half of the fields of a message, and those of the messages within, to a depth.
func fill(random *rand.Rand, m protoreflect.Message, depth int) {
	fields := m.Descriptor().Fields()
	for i := range fields.Len() {
		field := fields.Get(i)
		if random.IntN(2) == 0 || field.Message() != nil && depth == 0 {
			continue
		}
		switch {
		case field.IsMap():
			value := m.Mutable(field).Map()
			for range random.IntN(3) {
				v := value.NewValue()
				if field.MapValue().Message() != nil {
					fill(random, v.Message(), depth-1)
				} else {
					v = scalar(random, field.MapValue())
				}
				value.Set(scalar(random, field.MapKey()).MapKey(), v)
			}
		case field.IsList():
			list := m.Mutable(field).List()
			for range random.IntN(3) {
				if field.Message() != nil {
					fill(random, list.AppendMutable().Message(), depth-1)
				} else {
					list.Append(scalar(random, field))
				}
			}
		case field.Message() != nil:
			fill(random, m.Mutable(field).Message(), depth-1)
		default:
			m.Set(field, scalar(random, field))
		}
	}
}

func scalar(random *rand.Rand, field protoreflect.FieldDescriptor) protoreflect.Value {
	n := random.Uint64() >> random.IntN(64)
	switch field.Kind() {
	case protoreflect.BoolKind:
		return protoreflect.ValueOfBool(n%2 == 0)
	case protoreflect.EnumKind:
		return protoreflect.ValueOfEnum(protoreflect.EnumNumber(int32(n)))
	case protoreflect.Int32Kind, protoreflect.Sint32Kind, protoreflect.Sfixed32Kind:
		return protoreflect.ValueOfInt32(int32(n))
	case protoreflect.Uint32Kind, protoreflect.Fixed32Kind:
		return protoreflect.ValueOfUint32(uint32(n))
	case protoreflect.Int64Kind, protoreflect.Sint64Kind, protoreflect.Sfixed64Kind:
		return protoreflect.ValueOfInt64(int64(n))
	case protoreflect.Uint64Kind, protoreflect.Fixed64Kind:
		return protoreflect.ValueOfUint64(n)
	case protoreflect.FloatKind:
		return protoreflect.ValueOfFloat32(float32(n))
	case protoreflect.DoubleKind:
		return protoreflect.ValueOfFloat64(float64(n))
	case protoreflect.BytesKind:
		return protoreflect.ValueOfBytes([]byte(fmt.Sprint(n)))
	default:
		return protoreflect.ValueOfString(fmt.Sprint("é", n))
	}
}

package parley

import (
	"strings"

	"github.com/google/uuid"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
)

// method is what the contract says about one method.
type method struct {
	// name is for people: ChatService/SendMessage.
	name string
	// repeatable is whether doing it twice is as good as doing it once.
	repeatable bool
	// key is the field of the idempotency key in the request; nil if it has none.
	key protoreflect.FieldDescriptor
}

// describeMethod reads the contract. Of a method that is not in it nothing is known, and so it is never repeated.
func describeMethod(full string) *method {
	full = strings.TrimPrefix(full, "/")
	_, name, _ := strings.Cut(full[max(strings.LastIndexByte(full, '.'), 0):], ".")
	m := &method{name: name}
	found, err := protoregistry.GlobalFiles.FindDescriptorByName(protoreflect.FullName(strings.ReplaceAll(full, "/", ".")))
	if err != nil {
		return m
	}
	d, ok := found.(protoreflect.MethodDescriptor)
	if !ok {
		return m
	}
	if options, ok := d.Options().(*descriptorpb.MethodOptions); ok {
		m.repeatable = options.GetIdempotencyLevel() != descriptorpb.MethodOptions_IDEMPOTENCY_UNKNOWN
	}
	if !d.IsStreamingClient() {
		m.key = d.Input().Fields().ByName("idempotency_key")
	}
	return m
}

// withKey returns the request with an idempotency key. The caller's message stays as it is; its parts are shared.
func (m *method) withKey(request proto.Message) proto.Message {
	if m.key == nil {
		return request
	}
	from := request.ProtoReflect()
	if from.Has(m.key) {
		return request
	}
	to := from.New()
	from.Range(func(f protoreflect.FieldDescriptor, v protoreflect.Value) bool {
		to.Set(f, v)
		return true
	})
	to.SetUnknown(from.GetUnknown())
	to.Set(m.key, protoreflect.ValueOfString(newKey()))
	return to.Interface()
}

// newKey returns an idempotency key that nobody else makes. It begins with the time: keys that come in their order are cheap for the broker,
// whose store would have to look among all the older ones for a key that is anywhere.
func newKey() string { return uuid.Must(uuid.NewV7()).String() }

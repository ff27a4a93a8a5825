package rpc

import (
	"strings"
	"testing"

	"buf.build/gen/go/bufbuild/protovalidate/protocolbuffers/go/buf/validate"
	"buf.build/go/protovalidate"
	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/testing/protocmp"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// What is taken for a good idempotency key of one message is one of every other.
func TestIdempotencyKeysHaveTheSameRules(t *testing.T) {
	want := &validate.FieldRules{}
	want.SetString(validate.StringRules_builder{MaxLen: proto.Uint64(maxPrintable), Pattern: proto.String("^[!-~]*$")}.Build())
	found := 0
	check := func(field protoreflect.FieldDescriptor) {
		if field.Name() != keyField {
			return
		}
		found++
		rules, _ := proto.GetExtension(field.Options(), validate.E_Field).(*validate.FieldRules)
		if diff := cmp.Diff(want, rules, protocmp.Transform()); diff != "" {
			t.Errorf("%s has other rules (-want +got):\n%s", field.FullName(), diff)
		}
	}
	protoregistry.GlobalFiles.RangeFiles(func(file protoreflect.FileDescriptor) bool {
		if strings.HasPrefix(string(file.Package()), "parley.") {
			eachField(file.Messages(), check)
		}
		return true
	})
	if found == 0 {
		t.Error("there is no idempotency key")
	}
}

// eachField looks at the fields of messages, and of those declared within them.
func eachField(messages protoreflect.MessageDescriptors, look func(protoreflect.FieldDescriptor)) {
	for i := range messages.Len() {
		for j := range messages.Get(i).Fields().Len() {
			look(messages.Get(i).Fields().Get(j))
		}
		eachField(messages.Get(i).Messages(), look)
	}
}

func TestIdempotencyKeysAreCheckedByTheirRules(t *testing.T) {
	ours, err := NewValidator()
	if err != nil {
		t.Fatal(err)
	}
	plain, err := protovalidate.New()
	if err != nil {
		t.Fatal(err)
	}
	keys := []string{"", strings.Repeat("!", 128), strings.Repeat("~", 129), "é", strings.Repeat("é", 129), "key\n", "\nkey", " key"}
	for b := range 128 {
		keys = append(keys, "k"+string(rune(b)))
	}
	for _, key := range keys {
		m := &chatv1.SendMessageRequest{ThreadId: "t", IdempotencyKey: key}
		for name, m := range map[string]proto.Message{"alone": m, "inside": &chatv1.SendMessagesRequest{Message: m}} {
			got, want := ours(m), plain.Validate(m)
			if (got == nil) != (want == nil) || got != nil && !strings.Contains(got.Error(), "idempotency_key: ") {
				t.Errorf("%q, %s: %v, want %v", key, name, got, want)
			}
		}
	}
}

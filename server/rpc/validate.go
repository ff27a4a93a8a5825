package rpc

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"buf.build/go/protovalidate"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

// Validator checks a message by the rules of the contract. An error is UNKNOWN_FIELD, INVALID_FIELD or, where a rule is named
// for a reason, that one. It may be called from any goroutine.
type Validator func(proto.Message) error

// NewValidator returns a validator; the rules of a message are compiled when the first one comes.
func NewValidator() (Validator, error) {
	rules, err := protovalidate.New()
	if err != nil {
		return nil, fmt.Errorf("prepare the rules of requests: %w", err)
	}
	return func(m proto.Message) error { return check(rules, m) }, nil
}

// isContract reports whether a message is one of the contract.
func isContract(m proto.Message) bool {
	return strings.HasPrefix(string(m.ProtoReflect().Descriptor().FullName()), "parley.")
}

// received checks a request if it is one of the contract; those of health and reflection are their services' own.
func (v Validator) received(request any) error {
	m, ok := request.(proto.Message)
	if !ok || !isContract(m) {
		return nil
	}
	if wrong := malformation(m); wrong != "" {
		return reason.New(typev1.Reason_REASON_INVALID_FIELD, "the request is not what its method takes, or a text in it is not UTF-8: %s", wrong)
	}
	return v(m)
}

func check(rules protovalidate.Validator, m proto.Message) error {
	if found := unknownFields(nil, m.ProtoReflect()); len(found) > 0 {
		return unknown(found)
	}
	if where, err := impossible(m.ProtoReflect()); err != nil {
		return reason.New(typev1.Reason_REASON_INVALID_FIELD, "%s: no such time: %v", where, err).Field(where, "no such time")
	}
	err := rules.Validate(m, withoutGoodKeys...)
	if broken, ok := errors.AsType[*protovalidate.ValidationError](err); ok {
		return invalid(broken)
	}
	return err
}

// withoutGoodKeys is how the rules are checked: the pattern of an idempotency key took as long as all other rules of a message to send.
var withoutGoodKeys = []protovalidate.ValidationOption{protovalidate.WithFilter(protovalidate.FilterFunc(mayBreak))}

// keyField names the fields of idempotency keys, which all have the same rules.
const keyField protoreflect.Name = "idempotency_key"

// mayBreak reports whether what d describes in a message may break its rules, for all that can be told without these. Only of an
// idempotency key more can be told.
func mayBreak(m protoreflect.Message, d protoreflect.Descriptor) bool {
	field, ok := d.(protoreflect.FieldDescriptor)
	return !ok || field.Name() != keyField || !isPrintable(m.Get(field).String())
}

// invalid returns the first violation that is named for a reason, and else all of them.
func invalid(broken *protovalidate.ValidationError) error {
	for _, v := range broken.Violations {
		if r := reason.Named(v.Proto.GetRuleId()); r != typev1.Reason_REASON_UNSPECIFIED {
			return reason.New(r, "%s", v.Proto.GetMessage()).Field(path(v), "%s", v.Proto.GetMessage())
		}
	}
	first := broken.Violations[0]
	e := reason.New(typev1.Reason_REASON_INVALID_FIELD, "%s", strings.TrimPrefix(path(first)+": ", ": ")+complaint(first))
	for _, v := range broken.Violations[:min(len(broken.Violations), maxDetails)] {
		e = e.Field(path(v), "%s", complaint(v))
	}
	return e
}

func path(v *protovalidate.Violation) string {
	return protovalidate.FieldPathString(v.Proto.GetField())
}

// complaint says what is wrong. Custom rules may have no text but their id.
func complaint(v *protovalidate.Violation) string {
	if text := v.Proto.GetMessage(); text != "" {
		return text
	}
	return v.Proto.GetRuleId()
}

// unknownFields appends a text for each message within m that has fields which this version does not know, at most
// maxDetails of them.
func unknownFields(found []string, m protoreflect.Message) []string {
	if len(found) >= maxDetails {
		return found
	}
	if raw := m.GetUnknown(); len(raw) > 0 {
		found = append(found, fmt.Sprintf("%s: %s", m.Descriptor().FullName(), fieldNumbers(raw)))
	}
	for _, field := range anatomyOf(m.Descriptor()).inner {
		switch {
		case !m.Has(field):
		case field.IsList() || field.IsMap():
			found = unknownWithin(found, m, field)
		default:
			found = unknownFields(found, m.Get(field).Message())
		}
	}
	return found
}

// unknownWithin is unknownFields for a field with many messages. It stands alone, for its loop makes room for what it changes.
func unknownWithin(found []string, m protoreflect.Message, field protoreflect.FieldDescriptor) []string {
	for _, inner := range messagesIn(m, field) {
		found = unknownFields(found, inner)
	}
	return found
}

// impossible returns where m has a time or a duration that cannot be, such as one after the year 9999, and why it cannot. No
// rule of the contract finds all of them, and what is kept of one can never be told in JSON.
func impossible(m protoreflect.Message) (where string, err error) {
	of := anatomyOf(m.Descriptor())
	if !of.timed {
		return "", nil
	}
	if t, ok := m.Interface().(interface{ CheckValid() error }); ok {
		return "", t.CheckValid()
	}
	for _, field := range of.inner {
		if !m.Has(field) {
			continue
		}
		if where, err := impossibleWithin(m, field); err != nil {
			return where, err
		}
	}
	return "", nil
}

// impossibleWithin is impossible for the messages in a field, and stands alone for the same reason.
func impossibleWithin(m protoreflect.Message, field protoreflect.FieldDescriptor) (where string, err error) {
	for place, inner := range messagesIn(m, field) {
		if where, err := impossible(inner); err != nil {
			return strings.TrimSuffix(string(field.Name())+place.String()+"."+where, "."), err
		}
	}
	return "", nil
}

// anatomy is what can be within the messages of a type.
type anatomy struct {
	inner []protoreflect.FieldDescriptor // the fields that hold messages
	timed bool                           // there may be times or durations
}

// anatomies are those of the types that were seen, by their descriptors. There are as many as the contract has types.
var anatomies sync.Map

func anatomyOf(d protoreflect.MessageDescriptor) anatomy {
	known, _ := anatomies.Load(d)
	if a, ok := known.(anatomy); ok {
		return a
	}
	a := anatomy{timed: mayHaveTimes(d, map[protoreflect.FullName]bool{})}
	for _, field := range innerFields(d) {
		a.inner = append(a.inner, field)
	}
	anatomies.Store(d, a)
	return a
}

// innerFields goes through the fields of a type that hold messages, and the types of those.
func innerFields(d protoreflect.MessageDescriptor) iter.Seq2[protoreflect.MessageDescriptor, protoreflect.FieldDescriptor] {
	return func(yield func(protoreflect.MessageDescriptor, protoreflect.FieldDescriptor) bool) {
		for i := range d.Fields().Len() {
			field := d.Fields().Get(i)
			value := field
			if field.IsMap() {
				value = field.MapValue()
			}
			if value.Message() != nil && !yield(value.Message(), field) {
				return
			}
		}
	}
}

// mayHaveTimes reports whether messages of a type can have a time or a duration in them, at any depth. seen are the types that
// were looked at.
func mayHaveTimes(d protoreflect.MessageDescriptor, seen map[protoreflect.FullName]bool) bool {
	switch name := d.FullName(); {
	case name == "google.protobuf.Timestamp" || name == "google.protobuf.Duration":
		return true
	case seen[name]:
		return false
	default:
		seen[name] = true
	}
	for inner := range innerFields(d) {
		if mayHaveTimes(inner, seen) {
			return true
		}
	}
	return false
}

// place is that of a message within its field.
type place int

// alone is the place of a message that is the value of its field.
const alone place = -1

// String is what follows the name of the field in a path.
func (p place) String() string {
	if p == alone {
		return ""
	}
	return fmt.Sprintf("[%d]", int(p))
}

// messagesIn goes through the messages that a field which m has holds as its value or as elements of it.
func messagesIn(m protoreflect.Message, field protoreflect.FieldDescriptor) iter.Seq2[place, protoreflect.Message] {
	return func(yield func(place, protoreflect.Message) bool) {
		switch value := m.Get(field); {
		case field.IsMap():
			value.Map().Range(func(_ protoreflect.MapKey, v protoreflect.Value) bool { return yield(alone, v.Message()) })
		case field.IsList():
			for i := range value.List().Len() {
				if !yield(place(i), value.List().Get(i).Message()) {
					return
				}
			}
		default:
			yield(alone, value.Message())
		}
	}
}

// fieldNumbers lists the numbers of encoded fields, each once, at most maxDetails of them.
func fieldNumbers(raw []byte) string {
	var numbers []string
	for len(raw) > 0 && len(numbers) < maxDetails {
		number, _, size := protowire.ConsumeField(raw)
		if size < 0 {
			break
		}
		if text := fmt.Sprint(number); !slices.Contains(numbers, text) {
			numbers = append(numbers, text)
		}
		raw = raw[size:]
	}
	return strings.Join(numbers, ", ")
}

func unknown(found []string) error {
	all := strings.Join(found, "; ")
	return reason.New(typev1.Reason_REASON_UNKNOWN_FIELD, "the request has fields that this version does not know (%s): leave them out, or ask a newer broker", all).With("fields", all)
}

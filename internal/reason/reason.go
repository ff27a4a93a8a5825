// Package reason holds the errors of the domain: each has a reason of the contract, a message that says what to do, and
// the details that its reason calls for. It knows no transport; what status a reason comes with stands in the contract.
package reason

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/code"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/descriptorpb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// Error is a refusal. It is immutable once it has been returned.
type Error struct {
	// Reason is the cause.
	Reason typev1.Reason
	// Message tells a person what is wrong and what to do.
	Message string
	// Metadata has further facts for programs, by lowerCamelCase or snake_case keys.
	Metadata map[string]string
	// RetryAfter is how long to wait before a retry; zero means that none is advised.
	RetryAfter time.Duration
	// Fields are the fields of the request that break a rule.
	Fields []Field
	// Cause is what led to it, for the log; it is never shown to a caller.
	Cause error
}

// Field is a field of a request that breaks a rule.
type Field struct {
	// Path is the field as in the JSON form of the contract's names, such as `participants[2].identifier`.
	Path string
	// Message says what is wrong with it.
	Message string
}

// New makes an error with a formatted message.
func New(r typev1.Reason, format string, args ...any) *Error {
	return &Error{Reason: r, Message: fmt.Sprintf(format, args...)}
}

// With adds a fact for programs and returns e.
func (e *Error) With(key, value string) *Error {
	if e.Metadata == nil {
		e.Metadata = map[string]string{}
	}
	e.Metadata[key] = value
	return e
}

// Retry sets how long to wait before a retry and returns e.
func (e *Error) Retry(after time.Duration) *Error {
	e.RetryAfter = after
	return e
}

// Because sets the cause and returns e.
func (e *Error) Because(cause error) *Error {
	e.Cause = cause
	return e
}

// Field adds a field that breaks a rule and returns e.
func (e *Error) Field(path, format string, args ...any) *Error {
	e.Fields = append(e.Fields, Field{Path: path, Message: fmt.Sprintf(format, args...)})
	return e
}

// Error returns the reason and the message.
func (e *Error) Error() string {
	if e.Cause != nil {
		return Name(e.Reason) + ": " + e.Message + ": " + e.Cause.Error()
	}
	return Name(e.Reason) + ": " + e.Message
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Of returns the reason of err, or REASON_UNSPECIFIED if it has none.
func Of(err error) typev1.Reason {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Reason
	}
	return typev1.Reason_REASON_UNSPECIFIED
}

// Is reports whether err has the reason.
func Is(err error, r typev1.Reason) bool { return Of(err) == r }

const prefix = "REASON_"

// Name returns the name of a reason without its prefix, as ErrorInfo has it.
func Name(r typev1.Reason) string {
	return strings.TrimPrefix(r.String(), prefix)
}

// Named returns the reason with a name as ErrorInfo has it, or REASON_UNSPECIFIED if there is none.
func Named(name string) typev1.Reason {
	return typev1.Reason(typev1.Reason_value[prefix+name])
}

// Code returns the status code that a reason comes with. The contract declares it; a reason that it does not know is UNKNOWN.
func Code(r typev1.Reason) code.Code {
	value := r.Descriptor().Values().ByNumber(r.Number())
	if value == nil {
		return code.Code_UNKNOWN
	}
	options, _ := value.Options().(*descriptorpb.EnumValueOptions)
	if status, ok := proto.GetExtension(options, typev1.E_Status).(code.Code); ok && status != code.Code_OK {
		return status
	}
	return code.Code_UNKNOWN
}

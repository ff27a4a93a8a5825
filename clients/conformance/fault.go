package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/protoadapt"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/durationpb"
)

// fault is what the proxy does to calls of one method. The zero value passes them on.
type fault struct {
	// method is the full name, and times how many calls it is for; the first ones may be skipped.
	method string
	Skip   int `json:"skip"`
	Times  int `json:"times"`

	// Fail answers in place of the broker; after so many answers with FailAfter.
	Fail      *failure `json:"fail"`
	FailAfter int      `json:"fail_after"`
	// LoseRequest cuts the connection before the broker hears of the call, LoseAnswer when it has performed it.
	LoseRequest bool `json:"lose_request"`
	LoseAnswer  bool `json:"lose_answer"`
	// Duplicate lets the broker perform a unary call twice; the client hears the second answer.
	Duplicate bool `json:"duplicate"`
	// Exhaust repeats a unary call until the broker refuses it, before it passes it on.
	Exhaust bool `json:"exhaust"`
	// DelayMS waits before the broker hears of the call.
	DelayMS int `json:"delay_ms"`
	// Hang never answers, and the broker never hears of the call.
	Hang bool `json:"hang"`
	// HoldAnswers keeps answers back until they are released.
	HoldAnswers bool `json:"hold_answers"`
	// CutAfter cuts the connection after so many answers, SilenceAfter swallows all that follow.
	CutAfter     int `json:"cut_after"`
	SilenceAfter int `json:"silence_after"`
	// UnknownField adds a field of a newer broker to every answer.
	UnknownField bool `json:"unknown_field"`
	// Set sets enum values of answers, by their paths, to numbers; Strip replaces fields by one of a newer broker.
	Set   map[string]int32 `json:"set"`
	Strip []string         `json:"strip"`

	released chan struct{}
}

// failure is an error of a broker.
type failure struct {
	Code         string            `json:"code"`
	Reason       string            `json:"reason"`
	Message      string            `json:"message"`
	Metadata     map[string]string `json:"metadata"`
	RetryDelayMS *int              `json:"retry_delay_ms"`
	Violations   map[string]string `json:"violations"`
}

// status returns the error as gRPC carries it.
func (f *failure) status() error {
	var code codes.Code
	if err := code.UnmarshalJSON([]byte(`"` + f.Code + `"`)); err != nil {
		return status.Errorf(codes.Internal, "the scenario fails with a code that gRPC does not have: %s", f.Code)
	}
	message := f.Message
	if message == "" {
		message = "the proxy says so"
	}
	var details []protoadapt.MessageV1
	if f.Reason != "" {
		details = append(details, &errdetails.ErrorInfo{Reason: f.Reason, Domain: "parley", Metadata: f.Metadata})
	}
	if f.RetryDelayMS != nil {
		details = append(details, &errdetails.RetryInfo{RetryDelay: durationpb.New(time.Duration(*f.RetryDelayMS) * time.Millisecond)})
	}
	if len(f.Violations) > 0 {
		bad := &errdetails.BadRequest{}
		for _, field := range slices.Sorted(maps.Keys(f.Violations)) {
			bad.FieldViolations = append(bad.FieldViolations, &errdetails.BadRequest_FieldViolation{Field: field, Description: f.Violations[field]})
		}
		details = append(details, bad)
	}
	s, err := status.New(code, message).WithDetails(details...)
	if err != nil {
		return err
	}
	return s.Err()
}

// faultNames are the names that a scenario may use.
var faultNames = []string{
	"skip", "times", "fail", "fail_after", "lose_request", "lose_answer", "duplicate", "exhaust", "delay_ms", "hang", "hold_answers", "cut_after",
	"silence_after", "unknown_field", "set", "strip",
}

// newFault reads a fault from the fields of a step.
func newFault(method protoreflect.MethodDescriptor, fields any) (*fault, error) {
	text, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	f := &fault{method: fullName(method), released: make(chan struct{})}
	if err := json.Unmarshal(text, f); err != nil {
		return nil, fmt.Errorf("this is no fault: %w", err)
	}
	if f.Times == 0 {
		f.Times = 1
	}
	return f, nil
}

func fullName(m protoreflect.MethodDescriptor) string {
	return "/" + string(m.Parent().FullName()) + "/" + string(m.Name())
}

// faultFor takes the fault for the next call of a method; nil if there is none. The caller holds the lock.
func (p *proxy) faultFor(method string) *fault {
	for _, f := range p.faults {
		if f.method != method || f.Times == 0 {
			continue
		}
		if f.Skip > 0 {
			f.Skip--
			return nil
		}
		f.Times--
		return f
	}
	return nil
}

// before does what happens before the broker hears of a call.
func (f *fault) before(ctx context.Context, p *proxy) error {
	if f == nil {
		return nil
	}
	if f.DelayMS > 0 {
		t := time.NewTimer(time.Duration(f.DelayMS) * time.Millisecond)
		defer t.Stop()
		select {
		case <-t.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	switch {
	case f.Hang:
		<-ctx.Done()
		return ctx.Err()
	case f.LoseRequest:
		p.cut(ctx)
		return status.Error(codes.Unavailable, "cut")
	case f.Fail != nil && f.FailAfter == 0:
		return f.Fail.status()
	default:
		return nil
	}
}

// newerField is a number that no message of the contract has.
const newerField = 9999

// alter makes an answer one of a newer broker.
func (f *fault) alter(of protoreflect.MessageDescriptor, frame []byte) ([]byte, error) {
	if f == nil || !f.UnknownField && len(f.Set) == 0 && len(f.Strip) == 0 {
		return frame, nil
	}
	m, err := newMessage(of)
	if err != nil {
		return nil, err
	}
	if err := proto.Unmarshal(frame, m); err != nil {
		return nil, err
	}
	if f.UnknownField {
		addNewer(m.ProtoReflect())
	}
	for path, number := range f.Set {
		if in, field := descend(m.ProtoReflect(), path); field != nil {
			in.Set(field, protoreflect.ValueOfEnum(protoreflect.EnumNumber(number)))
		}
	}
	for _, path := range f.Strip {
		if in, field := descend(m.ProtoReflect(), path); field != nil && in.Has(field) {
			in.Clear(field)
			addNewer(in)
		}
	}
	return proto.Marshal(m)
}

func addNewer(m protoreflect.Message) {
	unknown := protowire.AppendTag(slices.Clone([]byte(m.GetUnknown())), newerField, protowire.BytesType)
	m.SetUnknown(protowire.AppendString(unknown, "of a newer broker"))
}

// descend finds the message that has the last field of a path; no field where the way to it is not set.
func descend(m protoreflect.Message, path string) (protoreflect.Message, protoreflect.FieldDescriptor) {
	names := strings.Split(path, ".")
	for i, name := range names {
		field := m.Descriptor().Fields().ByJSONName(name)
		if field == nil {
			return nil, nil
		}
		if i == len(names)-1 {
			return m, field
		}
		if !m.Has(field) {
			return nil, nil
		}
		m = m.Mutable(field).Message()
	}
	return nil, nil
}

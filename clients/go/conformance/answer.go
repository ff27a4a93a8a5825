package main

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	parley "github.com/parley-interop/parley/clients/go"
)

// answer is what the runner says to a question for a token.
type answer struct {
	Ask         int64  `json:"ask"`
	Token       string `json:"token"`
	Failure     string `json:"failure"`
	ExpiresInMS *int64 `json:"expires_in_ms"`
}

// provider is a credential whose tokens come from the runner.
func (d *driver) provider(connection string) parley.Credential {
	return parley.Tokens(func(ctx context.Context) (parley.Token, error) {
		given := make(chan answer, 1)
		var ask int64
		d.with(func() {
			d.lastAsk++
			ask = d.lastAsk
			d.asked[ask] = given
		})
		d.print(fields{"ask": ask, "connection": connection})
		select {
		case a := <-given:
			return a.token()
		case <-ctx.Done():
			return parley.Token{}, ctx.Err()
		}
	})
}

func (a answer) token() (parley.Token, error) {
	if a.Failure != "" {
		return parley.Token{}, errors.New(a.Failure)
	}
	t := parley.Token{Text: a.Token}
	if a.ExpiresInMS != nil {
		t.Expires = time.Now().Add(time.Duration(*a.ExpiresInMS) * time.Millisecond)
	}
	return t, nil
}

func (d *driver) provideToken(_ context.Context, r *request) (fields, error) {
	var given chan answer
	d.with(func() {
		given = d.asked[r.Ask]
		delete(d.asked, r.Ask)
	})
	if given == nil {
		return nil, protocolError("no question is open")
	}
	given <- r.answer
	return nil, nil
}

// form is the JSON form of a message.
func form(m proto.Message) json.RawMessage {
	text, err := protojson.Marshal(m)
	if err != nil {
		panic(err)
	}
	return text
}

func parseIdentifier(_ context.Context, r *request) (fields, error) {
	i, err := parley.ParseIdentifier(r.RawID)
	if err != nil {
		return nil, err
	}
	f := fields{"raw_id": i.RawID()}
	switch i := i.(type) {
	case parley.CommunicationUser:
		f["kind"], f["resource_id"], f["user_id"] = "communication_user", i.ResourceID, i.UserID
	case parley.TeamsUser:
		f["kind"], f["user_id"], f["cloud"], f["is_anonymous"] = "teams_user", i.UserID, i.Cloud, i.Anonymous
	case parley.TeamsVoiceApplication:
		f["kind"], f["app_id"], f["cloud"] = "teams_voice_application", i.AppID, i.Cloud
	case parley.PhoneNumber:
		f["kind"], f["value"] = "phone_number", i
	default:
		f["kind"] = "unknown"
	}
	return f, nil
}

// protocolError is a mistake of the runner.
type protocolError string

// Error returns the text.
func (e protocolError) Error() string { return string(e) }

// shape is an error as the protocol has it.
func shape(err error) fields {
	if mistake, ok := errors.AsType[protocolError](err); ok {
		return fields{"type": "protocol", "message": string(mistake)}
	}
	f := fields{"type": kind(err), "message": err.Error()}
	e, ok := errors.AsType[*parley.Error](err)
	if !ok {
		return f
	}
	f["code"], f["reason"], f["message"], f["metadata"] = codeNames[e.Code], e.Reason, e.Message, e.Metadata
	var violations []fields
	for _, v := range e.Violations {
		violations = append(violations, fields{"field": v.Field, "description": v.Description})
	}
	f["violations"] = violations
	if e.RetryDelay > 0 {
		f["retry_delay_ms"] = e.RetryDelay.Milliseconds()
	}
	return f
}

var kinds = []struct {
	err  error
	name string
}{
	{parley.ErrCursorExpired, "cursor_expired"},
	{parley.ErrAccessLost, "access_lost"},
	{parley.ErrInvalidIdentifier, "invalid_identifier"},
	{parley.ErrNotFound, "not_found"},
	{parley.ErrAlreadyExists, "already_exists"},
	{parley.ErrPermissionDenied, "permission_denied"},
	{parley.ErrUnauthenticated, "unauthenticated"},
	{parley.ErrInvalidArgument, "invalid_argument"},
	{parley.ErrFailedPrecondition, "failed_precondition"},
	{parley.ErrAborted, "aborted"},
	{parley.ErrResourceExhausted, "resource_exhausted"},
	{parley.ErrOutOfRange, "out_of_range"},
	{parley.ErrUnavailable, "unavailable"},
	{parley.ErrUnimplemented, "unimplemented"},
	{parley.ErrInternal, "internal"},
	{context.DeadlineExceeded, "deadline_exceeded"},
	{context.Canceled, "cancelled"},
}

// kind is what an application would catch.
func kind(err error) string {
	for _, k := range kinds {
		if errors.Is(err, k.err) {
			return k.name
		}
	}
	return "unknown"
}

var codeNames = map[codes.Code]string{
	codes.OK: "OK", codes.Canceled: "CANCELLED", codes.Unknown: "UNKNOWN", codes.InvalidArgument: "INVALID_ARGUMENT",
	codes.DeadlineExceeded: "DEADLINE_EXCEEDED", codes.NotFound: "NOT_FOUND", codes.AlreadyExists: "ALREADY_EXISTS",
	codes.PermissionDenied: "PERMISSION_DENIED", codes.ResourceExhausted: "RESOURCE_EXHAUSTED",
	codes.FailedPrecondition: "FAILED_PRECONDITION", codes.Aborted: "ABORTED", codes.OutOfRange: "OUT_OF_RANGE",
	codes.Unimplemented: "UNIMPLEMENTED", codes.Internal: "INTERNAL", codes.Unavailable: "UNAVAILABLE",
	codes.DataLoss: "DATA_LOSS", codes.Unauthenticated: "UNAUTHENTICATED",
}

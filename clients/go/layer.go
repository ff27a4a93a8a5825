package parley

import (
	"context"
	"slices"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/proto"
)

// layer is what stands between the stubs and the connection: deadline, credential, idempotency key, retries and errors.
type layer struct {
	conn       grpc.ClientConnInterface
	settings   settings
	credential Credential
	// actAs is the raw id of the user to act as; empty for none.
	actAs string
}

// Invoke makes a unary call.
func (l *layer) Invoke(ctx context.Context, method string, request, answer any, opts ...grpc.CallOption) error {
	m := methodNamed(method)
	if _, ok := ctx.Deadline(); !ok && l.settings.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, l.settings.timeout)
		defer cancel()
	}
	if message, ok := request.(proto.Message); ok {
		request = m.withKey(message)
	}
	opts = slices.Clip(opts)
	try := func(ctx context.Context) error {
		var trailer metadata.MD
		if err := l.conn.Invoke(ctx, method, request, answer, append(opts, grpc.Trailer(&trailer))...); err != nil {
			return l.describe(m, err, trailer)
		}
		return nil
	}
	return l.repeat(ctx, m, try)
}

// repeat tries a call until it succeeds, fails for good, or has been tried often enough.
func (l *layer) repeat(ctx context.Context, m *method, try func(context.Context) error) error {
	pause := backoffPause{}
	renewed := false
	for attempt := 1; ; attempt++ {
		used, err := l.authorized(ctx, try)
		if err == nil {
			return nil
		}
		e := l.describe(m, err, nil)
		if !renewed && l.renew(e, used) {
			renewed = true
			continue
		}
		if attempt >= l.settings.attempts || !m.repeatable || !e.passes() || ctx.Err() != nil {
			return e
		}
		if !pause.wait(ctx, e.RetryDelay) {
			return e
		}
	}
}

// authorized makes one try with the metadata of the caller, and returns the credential that it used.
func (l *layer) authorized(ctx context.Context, try func(context.Context) error) (used string, err error) {
	bearer, err := l.credential.Bearer(ctx)
	if err != nil {
		return "", credentialError(ctx, err)
	}
	return bearer, try(l.outgoing(ctx, bearer))
}

func (l *layer) outgoing(ctx context.Context, bearer string) context.Context {
	if l.actAs == "" {
		return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+bearer)
	}
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+bearer, "parley-act-as", l.actAs)
}

// renew reports whether a call that was refused with a credential is worth another try, since there can be a newer one.
func (l *layer) renew(e *Error, used string) bool {
	r, ok := l.credential.(refresher)
	return ok && e.tokenExpired() && r.refuse(used)
}

// NewStream opens a stream. It has no deadline, and is not tried again: that is the business of [Stream] and [Sender].
func (l *layer) NewStream(ctx context.Context, desc *grpc.StreamDesc, method string, opts ...grpc.CallOption) (grpc.ClientStream, error) {
	m := methodNamed(method)
	bearer, err := l.credential.Bearer(ctx)
	if err != nil {
		return nil, credentialError(ctx, err)
	}
	s, err := l.conn.NewStream(l.outgoing(ctx, bearer), desc, method, opts...)
	if err != nil {
		return nil, l.describe(m, err, nil)
	}
	return &describedStream{ClientStream: s, layer: l, method: m, bearer: bearer}, nil
}

// describedStream gives the errors of a stream their form.
type describedStream struct {
	grpc.ClientStream

	layer  *layer
	method *method
	bearer string
}

// RecvMsg receives a message, or the end of the stream.
func (s *describedStream) RecvMsg(m any) error {
	err := s.ClientStream.RecvMsg(m)
	if err == nil || isEnd(err) {
		return err
	}
	e := s.layer.describe(s.method, err, s.Trailer())
	e.renewed = s.layer.renew(e, s.bearer)
	return e
}

// methods are the methods that were called, by their full names.
var methods sync.Map

func methodNamed(full string) *method {
	if m, ok := methods.Load(full); ok {
		return m.(*method) //nolint:errcheck // Nothing else is stored here.
	}
	m, _ := methods.LoadOrStore(full, describeMethod(full))
	return m.(*method) //nolint:errcheck // Nothing else is stored here.
}

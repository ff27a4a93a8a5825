package parley

import (
	"context"
	"errors"
	"io"
	"iter"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// response is a message of a stream that resumes.
type response interface {
	GetHeartbeat() *typev1.Heartbeat
	GetCursor() []byte
}

// Stream gives the events of a subscription one by one, in their order, each once. When the connection breaks, or the broker
// restarts, it goes on by itself where it was. It ends with the context that it was opened with, with Close, with an error
// of kind [ErrCursorExpired] or [ErrAccessLost], or with another refusal. A stream that the broker has never answered gives
// up when a unary call would have run out of time, and one that it has answered never does.
//
// It holds no event back and reads none ahead: the broker is read no faster than Next is called. A stream is for one
// goroutine, but Close and Cursor may be called by any.
type Stream[R response] struct {
	ctx    context.Context
	cancel context.CancelFunc
	layer  *layer
	// open opens the subscription after a cursor, or at its start if there is none, and returns how to receive.
	open func(ctx context.Context, cursor []byte) (func() (R, error), error)
	// patience is how long the broker may say nothing.
	patience time.Duration

	connection[R]
	retry retry
	// untilCaughtUp is whether the stream ends where others wait.
	untilCaughtUp bool
	// failure is why the stream has ended.
	failure error

	mu     sync.Mutex
	cursor []byte
	closed bool
}

// connection is one life of a stream; its zero value is none.
type connection[R response] struct {
	receive func() (R, error)
	end     context.CancelFunc
	silence *silence
}

// newStream returns a stream that connects when it is first asked for an event.
func newStream[R response](ctx context.Context, l *layer, start []byte, heartbeat *durationpb.Duration, open func(context.Context, []byte) (func() (R, error), error)) *Stream[R] {
	s := &Stream[R]{layer: l, open: open, cursor: start, patience: patienceAt(heartbeat)}
	s.ctx, s.cancel = context.WithCancel(ctx) //nolint:gosec // Close calls it.
	s.retry.timeout = l.settings.timeout
	return s
}

// UntilCaughtUp makes the stream end when it has given everything that there was, rather than wait for more: Next then returns io.EOF. It
// returns the stream, and is for before the first Next.
func (s *Stream[R]) UntilCaughtUp() *Stream[R] {
	s.untilCaughtUp = true
	return s
}

// patienceAt is three heartbeats. The broker refuses one that is shorter than the shortest, and that answer is waited for as well.
func patienceAt(heartbeat *durationpb.Duration) time.Duration {
	const usual, shortest = 30 * time.Second, time.Second
	if heartbeat == nil {
		return 3 * usual
	}
	return 3 * max(heartbeat.AsDuration(), shortest)
}

// Next waits for the next event. Asking for it says that the one before is processed. After Close the error is io.EOF; a
// stream that has ended with an error returns that again.
func (s *Stream[R]) Next() (R, error) {
	var none R
	for s.failure == nil {
		r, err := s.read()
		if err != nil {
			s.failure = s.resume(err)
			continue
		}
		s.retry.progress()
		s.keep(r.GetCursor())
		if r.GetHeartbeat() == nil {
			return r, nil
		}
		if s.untilCaughtUp && r.GetHeartbeat().GetCaughtUp() {
			s.failure = io.EOF
			s.Close()
		}
	}
	return none, s.failure
}

// Events returns the events as a sequence that ends when the stream does: with an error as its last element, or without one after
// Close. Leaving the loop closes the stream.
func (s *Stream[R]) Events() iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		defer s.Close()
		for {
			r, err := s.Next()
			if err == io.EOF { //nolint:errorlint // Next returns it as it is.
				return
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// Cursor returns the position after the last event that Next returned, and after the heartbeats since. Save it when that event
// is processed: a stream that starts there repeats nothing and loses nothing. It is empty before the first answer of the
// broker, unless the stream was started with one.
func (s *Stream[R]) Cursor() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cursor
}

// Close ends the stream. A Next that waits returns io.EOF.
func (s *Stream[R]) Close() {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.cancel()
}

func (s *Stream[R]) keep(cursor []byte) {
	if len(cursor) == 0 {
		return
	}
	s.mu.Lock()
	s.cursor = cursor
	s.mu.Unlock()
}

// read receives one response, over a new connection if there is none.
func (s *Stream[R]) read() (R, error) {
	if s.receive == nil {
		if err := s.connect(); err != nil {
			var none R
			return none, err
		}
	}
	s.silence.await()
	r, err := s.receive()
	s.silence.heard()
	return r, err
}

func (s *Stream[R]) connect() error {
	s.retry.begin()
	ctx, end := context.WithCancel(s.ctx)
	s.end = end
	s.silence = &silence{limit: s.patience, end: end}
	s.silence.await()
	receive, err := s.open(ctx, s.Cursor())
	s.receive = receive
	return err
}

// resume decides what follows an error. It returns nil where the stream may be opened anew, after a pause.
func (s *Stream[R]) resume(err error) error {
	s.end()
	s.silence.stop()
	s.connection = connection[R]{}
	if ended := s.ended(); ended != nil {
		return ended
	}
	if err := s.retry.after(s.ctx, err); err != nil {
		if ended := s.ended(); ended != nil {
			return ended
		}
		return err
	}
	return nil
}

// ended returns why the application has ended the stream; nil where it has not.
func (s *Stream[R]) ended() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return io.EOF
	}
	if s.ctx.Err() != nil {
		return fromStatus(status.FromContextError(s.ctx.Err()))
	}
	return nil
}

// retry is the patience of a stream.
type retry struct {
	// timeout is how long a stream may go without its first answer; 0 is for ever.
	timeout time.Duration

	pause   backoffPause
	began   time.Time
	reached bool
	renewed bool
}

// begin notes that the stream is being opened: the first time, its time to be answered begins.
func (r *retry) begin() {
	if r.began.IsZero() {
		r.began = time.Now()
	}
}

// progress forgets the failures: the broker has answered.
func (r *retry) progress() { *r = retry{reached: true} }

// after waits after a failure for as long as is right, and returns nil where another try may succeed.
func (r *retry) after(ctx context.Context, err error) error {
	e, ok := errors.AsType[*Error](err)
	if !ok {
		e = &Error{Code: codes.Unavailable, Message: "the stream ended without a reason: " + err.Error()}
	}
	if e.renewed && !r.renewed {
		r.renewed = true
		return nil
	}
	if !e.passes() && !e.lost() {
		return e
	}
	if !r.reached && r.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, r.began.Add(r.timeout))
		defer cancel()
	}
	if !r.pause.wait(ctx, e.RetryDelay) {
		return e
	}
	return nil
}

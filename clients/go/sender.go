package parley

import (
	"context"
	"errors"
	"io"
	"sync"

	"google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	grpcstatus "google.golang.org/grpc/status"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// usualWindow is how many messages of a sender may be unanswered; the broker takes no more either.
const usualWindow = 256

// sendMethod is the method whose requests a sender sends.
const sendMethod = "/parley.chat.v1.ChatService/SendMessage"

// pipe is the stream below a sender.
type pipe = grpc.BidiStreamingClient[chatv1.SendMessagesRequest, chatv1.SendMessagesResponse]

// Sender sends many messages over one stream without waiting for each. Messages to one thread take effect in the order of the
// calls of Send. When the connection breaks it goes on by itself: what was not answered is sent again with the same idempotency keys,
// so each message is there once. Many goroutines may send.
type Sender struct {
	ctx    context.Context
	cancel context.CancelFunc
	open   func(context.Context) (pipe, error)
	retry  retry

	// slots has a place for each message that is unanswered.
	slots chan struct{}
	// wake tells the writer that there is something new.
	wake chan struct{}
	// done is closed when nothing follows.
	done chan struct{}

	mu sync.Mutex
	// queue are the unanswered messages in their order, and written is how many of them this connection has taken.
	queue   []*Pending
	written int
	// freed is how many slots are of messages that were answered.
	freed   int
	lastTag int64
	closing bool
	failure error
}

// Pending is a message on its way.
type Pending struct {
	request *chatv1.SendMessagesRequest
	done    chan struct{}
	// answered is whether the result is there; it is handed out in the order of the messages.
	answered bool
	response *chatv1.SendMessageResponse
	err      error
}

// Done is closed when the message was acknowledged or refused.
func (p *Pending) Done() <-chan struct{} { return p.done }

// Wait waits for the acknowledgement. A refusal is an [*Error] of this message alone; the others go on. The end of the
// context ends the waiting and not the sending.
func (p *Pending) Wait(ctx context.Context) (*chatv1.SendMessageResponse, error) {
	select {
	case <-p.done:
		return p.response, p.err
	case <-ctx.Done():
		return nil, fromStatus(grpcstatus.FromContextError(ctx.Err()))
	}
}

func newSender(ctx context.Context, l *layer, window int, open func(context.Context) (pipe, error)) *Sender {
	if window <= 0 {
		window = usualWindow
	}
	s := &Sender{
		open: open, retry: retry{timeout: l.settings.timeout},
		slots: make(chan struct{}, window), wake: make(chan struct{}, 1), done: make(chan struct{}),
	}
	s.ctx, s.cancel = context.WithCancel(ctx)
	go s.run() //nolint:contextcheck // The sender has its own.
	return s
}

// Send puts a message on its way. While as many are unanswered as the window has room for, it waits: that is the
// back-pressure. The request must stay as it is until it is answered. An error means that the message was not taken: the
// context ended, or the sender is closed or has failed for good.
func (s *Sender) Send(ctx context.Context, request *chatv1.SendMessageRequest) (*Pending, error) {
	keyed, ok := methodNamed(sendMethod).withKey(request).(*chatv1.SendMessageRequest)
	if !ok {
		return nil, errors.New("parley: a message to send is missing")
	}
	select {
	case s.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, fromStatus(grpcstatus.FromContextError(ctx.Err()))
	case <-s.done:
		return nil, s.ended()
	}
	p := &Pending{request: &chatv1.SendMessagesRequest{Message: keyed}, done: make(chan struct{})}
	if err := s.enqueue(p); err != nil {
		<-s.slots
		return nil, err
	}
	return p, nil
}

func (s *Sender) enqueue(p *Pending) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing || s.failure != nil {
		return s.endedLocked()
	}
	s.lastTag++
	p.request.Tag = s.lastTag
	s.queue = append(s.queue, p)
	s.notify()
	return nil
}

func (s *Sender) notify() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *Sender) ended() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.endedLocked()
}

func (s *Sender) endedLocked() error {
	if s.failure != nil {
		return s.failure
	}
	return &Error{Code: codes.FailedPrecondition, Message: "the sender is closed"}
}

// Close waits until every message is answered, and ends the sender. It returns why the sender has failed, if it has; what became
// of each message is said by its [Pending].
func (s *Sender) Close() error {
	s.mu.Lock()
	s.closing = true
	s.notify()
	s.mu.Unlock()
	<-s.done
	s.cancel()
	return s.failure
}

// run keeps a connection until the sender is closed and all is answered, or nothing helps.
func (s *Sender) run() {
	defer close(s.done)
	for {
		err := s.connect()
		if err == nil {
			s.fail(nil)
			return
		}
		if s.ctx.Err() != nil {
			s.fail(fromStatus(grpcstatus.FromContextError(s.ctx.Err())))
			return
		}
		if err := s.retry.after(s.ctx, err); err != nil {
			s.fail(err)
			return
		}
	}
}

// fail ends the sender; what is unanswered gets the error.
func (s *Sender) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failure, s.closing = err, true
	for _, p := range s.queue {
		p.err = err
		close(p.done)
	}
	s.queue = nil
}

// connect is the life of one connection. It returns nil when the sender is closed and all is answered.
func (s *Sender) connect() error {
	s.retry.begin()
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	stream, err := s.open(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.written = 0
	s.mu.Unlock()
	received := make(chan error, 1)
	go func() { received <- s.read(stream) }()
	for {
		sent, last := s.write(stream)
		if last {
			_ = stream.CloseSend()
		}
		if last || !sent {
			return s.verdict(<-received)
		}
		select {
		case <-s.wake:
		case err := <-received:
			return s.verdict(err)
		}
	}
}

// verdict is what the end of a connection means.
func (s *Sender) verdict(err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if isEnd(err) && s.closing && len(s.queue) == 0 {
		return nil
	}
	return err
}

// write sends what this connection has not taken yet. It reports whether the connection took it, and whether nothing follows.
func (s *Sender) write(stream pipe) (sent, last bool) {
	for {
		s.mu.Lock()
		batch := s.queue[s.written:len(s.queue):len(s.queue)]
		closing := s.closing
		s.mu.Unlock()
		if len(batch) == 0 {
			return true, closing
		}
		for _, p := range batch {
			s.mu.Lock()
			s.written++
			s.mu.Unlock()
			if stream.Send(p.request) != nil {
				return false, false
			}
		}
	}
}

// read takes the answers until the connection ends.
func (s *Sender) read(stream pipe) error {
	for {
		answer, err := stream.Recv()
		if err != nil {
			return err
		}
		if err := s.settle(answer); err != nil {
			return err
		}
	}
}

// settle hands an answer to the one who waits for it.
func (s *Sender) settle(answer *chatv1.SendMessagesResponse) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) == 0 || answer.GetTag() < s.queue[0].request.GetTag() || answer.GetTag() > s.lastTag {
		return &Error{Code: codes.DataLoss, Message: "the broker has answered a message that was not sent"}
	}
	s.retry.progress()
	p := s.queue[answer.GetTag()-s.queue[0].request.GetTag()]
	p.answered, p.response = true, answer.GetSent()
	if p.response == nil {
		p.err = refusal(answer.GetError())
	}
	for len(s.queue) > 0 && s.queue[0].answered {
		close(s.queue[0].done)
		s.queue[0] = nil
		s.queue = s.queue[1:]
		s.written--
		s.freed++
	}
	// Who waits for room is woken when a good part of the window is free, and not for each message.
	if s.freed >= cap(s.slots)/4 || len(s.queue) == 0 {
		for ; s.freed > 0; s.freed-- {
			<-s.slots
		}
	}
	return nil
}

func refusal(s *status.Status) error { return fromStatus(grpcstatus.FromProto(s)) }

var _ io.Closer = (*Sender)(nil)

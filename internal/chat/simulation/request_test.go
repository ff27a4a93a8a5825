package simulation

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/reason"
)

// request is something that a client wants done, until it knows what became of it.
type request struct {
	actor  actor
	caller access.Caller
	about  string // for the history
	key    string // empty where there is none
	since  time.Time

	// send asks the broker once.
	send func(ctx context.Context) (proto.Message, error)
	// refusals says whether the model would do it now.
	refusals func() refusals
	// perform does it in the model, which gives the facts that it makes. log is what the broker made of it.
	perform func(log []committed) []*fact
	// answer reads an answer in the words that want expects. again says that it was not the first answer.
	answer func(r proto.Message, again bool) string
	// want is the answer that the model expects.
	want func(again bool) string

	batched   bool // whether it is sent with others
	performed bool
	at        time.Time // when it was performed
}

// outcome is what became of one request of an attempt.
type outcome struct {
	answer  proto.Message
	refusal *reason.Error
}

// attempt sends requests, one alone or several as a batch, and checks what became of each. It returns those that the client
// knows nothing about, and those that were done.
func (s *simulation) attempt(requests []*request, ask asking) (unknown, done []*request) {
	before := s.broker.faults.commits.Load()
	s.broker.faults.bad.Store(s.stormy)
	outcomes, err := ask(s.Context())
	s.broker.faults.bad.Store(false)
	took := s.broker.faults.commits.Load() > before
	if err != nil && !isFault(err) {
		s.fail("%s: failed: %v", describe(requests), err)
	}
	log, head := s.broker.log(s.head)
	s.head = head
	s.tell("%s: %s", describe(requests), verdict(outcomes, err, took))
	for i, r := range requests {
		var o outcome
		if err == nil {
			o = outcomes[i]
		}
		if rest := s.settle(r, o, took, log); rest != nil {
			log = rest
		}
		switch {
		case err != nil:
			unknown = append(unknown, r)
		case o.answer != nil:
			done = append(done, r)
		}
	}
	if len(log) > 0 {
		s.fail("there is an event that nobody asked for: %s", s.reader().event(log[0].event))
	}
	return unknown, done
}

func describe(requests []*request) string {
	var about []string
	for _, r := range requests {
		about = append(about, r.actor.String()+" "+r.about)
	}
	return strings.Join(about, "; ")
}

func verdict(outcomes []outcome, err error, took bool) string {
	if err != nil {
		name := err.Error()
		if i := strings.LastIndex(name, ": injected"); i > 0 {
			name = name[:i]
		}
		if took {
			name += " (and yet done)"
		}
		return name
	}
	var out []string
	for _, o := range outcomes {
		if o.refusal != nil {
			out = append(out, reason.Name(o.refusal.Reason))
		} else {
			out = append(out, "ok")
		}
	}
	return strings.Join(out, ", ")
}

// settle compares what became of a request with what the model would do, and returns the rest of the log behind its events.
func (s *simulation) settle(r *request, o outcome, took bool, log []committed) []committed {
	again := r.performed && r.key != "" && s.now().Sub(r.at) < 24*time.Hour
	switch {
	case again && o.refusal != nil:
		s.fail("%s: repeated within 24 hours of when it was done, and refused: %v", r.about, o.refusal)
	case again:
	case o.refusal != nil:
		if why := r.refusals(); !slices.Contains(why, o.refusal.Reason) {
			s.fail("%s: refused with %v, and not %v", r.about, o.refusal, why)
		}
	case took && o.answer == nil && r.batched && len(r.refusals()) > 0: // the others of the batch were done
	case took:
		log = s.perform(r, log)
	}
	if o.answer != nil {
		if !took {
			s.fail("%s: answered although nothing was committed", r.about)
		}
		if got, want := r.answer(o.answer, again), r.want(again); got != want {
			s.fail("%s: the answer is\n\t%s, and not\n\t%s", r.about, got, want)
		}
	}
	return log
}

// perform does in the model what the broker has done, and compares the events.
func (s *simulation) perform(r *request, log []committed) []committed {
	if why := r.refusals(); len(why) > 0 {
		s.fail("%s: done, although %v", r.about, why)
	}
	r.performed, r.at = true, s.now()
	return s.expect(r.about, r.perform(log), log)
}

// expect compares facts with the next events of the log, and returns what follows them.
func (s *simulation) expect(about string, facts []*fact, log []committed) []committed {
	for i, f := range facts {
		if i >= len(log) {
			s.fail("%s: left no event: %s", about, f.text(nil, false))
		}
		if got, want := s.reader().event(log[i].event), f.text(nil, false); got != want {
			s.fail("%s: the event is\n\t%s, and not\n\t%s", about, got, want)
		}
		f.at = log[i].at
	}
	s.facts = append(s.facts, facts...)
	return log[len(facts):]
}

// single wraps a request that is sent alone.
func single(r *request) func(ctx context.Context) ([]outcome, error) {
	return func(ctx context.Context) ([]outcome, error) {
		answer, err := r.send(ctx)
		if e, ok := err.(*reason.Error); ok { //nolint:errorlint // refusals come unwrapped
			return []outcome{{refusal: e}}, nil
		}
		return []outcome{{answer: answer}}, err
	}
}

// batch wraps messages of one caller that are sent together.
func (s *simulation) batch(requests []*request, messages []*chatv1.SendMessageRequest) func(ctx context.Context) ([]outcome, error) {
	return func(ctx context.Context) ([]outcome, error) {
		sent, err := s.broker.chat.SendMessages(ctx, requests[0].caller, messages, func() {})
		if err != nil {
			return nil, err
		}
		if len(sent) != len(messages) {
			return nil, fmt.Errorf("%d answers to %d messages", len(sent), len(messages))
		}
		outcomes := make([]outcome, len(sent))
		for i, one := range sent {
			if one.Refusal != nil {
				outcomes[i].refusal = one.Refusal
			} else {
				outcomes[i].answer = one.Response
			}
		}
		return outcomes, nil
	}
}

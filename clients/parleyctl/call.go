package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	parley "github.com/parley-interop/parley/clients/go"
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

type callCommands struct {
	Ring  callRing  `cmd:"" help:"Call somebody as the user of --as, and show what becomes of it."`
	Watch callWatch `cmd:"" help:"Show what happens to calls, as it happens."`
	List  callList  `cmd:"" help:"List the calls, newest first."`
}

type callRing struct {
	Targets []rawID       `arg:"" help:"Whom to call."`
	Name    string        `help:"Name to show."`
	Ring    time.Duration `help:"How long to ring: 5s to 120s." default:"60s"`
	Detach  bool          `help:"Start the call, and do not wait for its end."`
}

// Run rings; when it is interrupted it hangs up.
func (r *callRing) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	var targets []*typev1.CommunicationIdentifier
	for _, t := range r.Targets {
		targets = append(targets, t.proto())
	}
	answer, err := c.Calls.StartCall(s.ctx, &callv1.StartCallRequest{
		Targets: targets, DisplayName: r.Name, RingTimeout: durationpb.New(r.Ring), MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL,
	})
	if err != nil {
		return err
	}
	id := answer.GetCall().GetCallId()
	if r.Detach {
		return s.show(answer.GetCall(), callColumns...)
	}
	s.say("call %s rings", id)
	events := c.Calls.Follow(s.ctx, parley.FromBeginning(), parley.Only(id))
	defer events.Close()
	for e, err := range events.Events() {
		if s.ctx.Err() != nil {
			return s.hangUp(c, id)
		}
		if err != nil {
			return err
		}
		if err := s.callEvent(e); err != nil {
			return err
		}
		if ended := e.GetEvent().GetCallEnded(); ended != nil {
			return outcome(ended.GetCall())
		}
	}
	return nil
}

// hangUp ends a call although the command was interrupted.
func (s *session) hangUp(c *parley.Client, id string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.ctx), s.Timeout)
	defer cancel()
	answer, err := c.Calls.HangUp(ctx, &callv1.HangUpRequest{CallId: id})
	if err != nil {
		return err
	}
	return outcome(answer.GetCall())
}

// outcome is an error where nobody has answered.
func outcome(c *callv1.Call) error {
	if c.GetOutcome() == callv1.Outcome_OUTCOME_COMPLETED {
		return nil
	}
	return fmt.Errorf("the call ended: %s", strings.ToLower(strings.TrimPrefix(c.GetOutcome().String(), "OUTCOME_")))
}

func (s *session) callEvent(r *callv1.SubscribeResponse) error {
	if s.Output != "table" {
		return s.show(r)
	}
	value, err := plain(r.GetEvent())
	if err != nil {
		return err
	}
	s.say("%s  %s  %s", r.GetEvent().GetTime().AsTime().Format(time.RFC3339), r.GetEvent().GetCallId(), eventName(value))
	return nil
}

type callWatch struct {
	Calls     []string `arg:"" optional:"" help:"Calls to watch; all without any."`
	Device    string   `help:"Device that watches; while it does, it rings." placeholder:"ID"`
	Beginning bool     `help:"Start with the oldest event."`
	Count     int      `help:"End after so many events; 0 goes on until it is interrupted."`
}

// Run shows events.
func (w *callWatch) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	opts := []parley.FollowOption{parley.Only(w.Calls...), parley.OnDevice(w.Device)}
	if w.Beginning {
		opts = append(opts, parley.FromBeginning())
	}
	shown := 0
	for r, err := range c.Calls.Follow(s.ctx, opts...).Events() {
		if s.ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.callEvent(r); err != nil {
			return err
		}
		shown++
		if shown == w.Count {
			return nil
		}
	}
	return nil
}

var callColumns = []string{"ID=callId", "STATE=state", "OUTCOME=outcome", "FROM=source.rawId", "STARTED=createTime"}

type callList struct{}

// Run lists the calls.
func (*callList) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	return list(s, c.Calls.All(s.ctx, &callv1.ListCallsRequest{}), callColumns...)
}

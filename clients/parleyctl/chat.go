package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	parley "github.com/parley-interop/parley/clients/go"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

type threadCommands struct {
	Create       threadCreate       `cmd:"" help:"Start a thread as the user of --as."`
	List         threadList         `cmd:"" help:"List the threads of the user, or of the whole resource."`
	Get          threadGet          `cmd:"" help:"Show a thread."`
	Add          threadAdd          `cmd:"" help:"Add participants."`
	Remove       threadRemove       `cmd:"" help:"Remove a participant."`
	Participants threadParticipants `cmd:"" help:"List the participants."`
	Delete       threadDelete       `cmd:"" help:"Delete a thread."`
}

var threadColumns = []string{"ID=threadId", "TOPIC=topic", "PARTICIPANTS=participantCount", "MESSAGES=lastSequenceId", "CREATED=createTime"}

func participants(ids []rawID) []*chatv1.Participant {
	var all []*chatv1.Participant
	for _, id := range ids {
		all = append(all, &chatv1.Participant{Identifier: id.proto()})
	}
	return all
}

// refusals tells who could not be added. It is an error, though everybody else was.
func refusals(refused []*chatv1.RefusedParticipant) error {
	var failures []error
	for _, r := range refused {
		failures = append(failures, fmt.Errorf("%s was not added: %s (%s)", r.GetIdentifier().GetRawId(), r.GetMessage(), r.GetReason()))
	}
	return errors.Join(failures...)
}

type threadCreate struct {
	Topic        string  `arg:"" help:"What it is about."`
	Participants []rawID `arg:"" optional:"" help:"Who takes part beside the user of --as."`
}

// Run starts a thread.
func (t *threadCreate) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Chat.CreateThread(s.ctx, &chatv1.CreateThreadRequest{Topic: t.Topic, Participants: participants(t.Participants)})
	if err != nil {
		return err
	}
	return errors.Join(s.show(answer.GetThread(), threadColumns...), refusals(answer.GetRefusedParticipants()))
}

type threadList struct{}

// Run lists the threads.
func (*threadList) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	return list(s, c.Chat.Threads(s.ctx, &chatv1.ListThreadsRequest{}), threadColumns...)
}

// thread is the argument of most commands here.
type thread struct {
	Thread string `arg:"" help:"Id of the thread."`
}

type threadGet struct{ thread }

// Run shows a thread.
func (t *threadGet) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Chat.GetThread(s.ctx, &chatv1.GetThreadRequest{ThreadId: t.Thread})
	if err != nil {
		return err
	}
	return s.show(answer.GetThread(), threadColumns...)
}

type threadAdd struct {
	thread
	Participants []rawID `arg:"" help:"Whom to add."`
}

// Run adds participants.
func (t *threadAdd) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Chat.AddParticipants(s.ctx, &chatv1.AddParticipantsRequest{ThreadId: t.Thread, Participants: participants(t.Participants)})
	if err != nil {
		return err
	}
	return refusals(answer.GetRefusedParticipants())
}

type threadRemove struct {
	thread
	Participant rawID `arg:"" help:"Whom to remove."`
}

// Run removes a participant.
func (t *threadRemove) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	_, err = c.Chat.RemoveParticipant(s.ctx, &chatv1.RemoveParticipantRequest{ThreadId: t.Thread, Identifier: t.Participant.proto()})
	return err
}

type threadParticipants struct{ thread }

// Run lists the participants.
func (t *threadParticipants) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	return list(s, c.Chat.Participants(s.ctx, &chatv1.ListParticipantsRequest{ThreadId: t.Thread}), "ID=identifier.rawId", "NAME=displayName", "JOINED=joinTime")
}

type threadDelete struct{ thread }

// Run deletes a thread.
func (t *threadDelete) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	_, err = c.Chat.DeleteThread(s.ctx, &chatv1.DeleteThreadRequest{ThreadId: t.Thread})
	return err
}

type chatCommands struct {
	Send   chatSend   `cmd:"" help:"Send a message as the user of --as."`
	Tail   chatTail   `cmd:"" help:"Show the latest messages of a thread."`
	Follow chatFollow `cmd:"" help:"Show what happens, as it happens."`
}

type chatSend struct {
	thread
	Text string `arg:"" help:"The text."`
	HTML bool   `help:"The text is HTML."`
}

// Run sends a message.
func (m *chatSend) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	kind := chatv1.MessageType_MESSAGE_TYPE_TEXT
	if m.HTML {
		kind = chatv1.MessageType_MESSAGE_TYPE_HTML
	}
	answer, err := c.Chat.SendMessage(s.ctx, &chatv1.SendMessageRequest{ThreadId: m.Thread, Content: m.Text, Type: kind})
	if err != nil {
		return err
	}
	return s.show(answer, "ID=messageId", "NUMBER=sequenceId", "DURABILITY=commit.durability")
}

type chatTail struct {
	thread
	Lines      int    `short:"n" help:"How many messages." default:"10"`
	CursorFile string `help:"File that keeps how far it has come: the next run shows what came since, however much it is." type:"path" placeholder:"FILE"`
}

// Run shows messages, the oldest of them first.
func (m *chatTail) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	if m.CursorFile == "" {
		return m.latest(s, c)
	}
	saved, err := readCursor(m.CursorFile)
	if err != nil {
		return err
	}
	// Without a cursor this stream shows nothing, and gives one to go on from. A message that comes while the latest are listed is there
	// both times.
	events := c.Chat.Follow(s.ctx, parley.Only(m.Thread), parley.FromCursor(saved)).UntilCaughtUp()
	for r, err := range events.Events() {
		if err != nil {
			return err
		}
		if message := r.GetEvent().GetMessageSent().GetMessage(); message != nil {
			if err := s.message(message); err != nil {
				return err
			}
		}
	}
	if saved == nil {
		if err := m.latest(s, c); err != nil {
			return err
		}
	}
	return writeCursor(m.CursorFile, events.Cursor())
}

// latest shows the latest messages of the thread.
func (m *chatTail) latest(s *session, c *parley.Client) error {
	var latest []*chatv1.Message
	for message, err := range c.Chat.Messages(s.ctx, &chatv1.ListMessagesRequest{ThreadId: m.Thread, PageSize: int32(min(max(m.Lines, 1), 200))}) {
		if err != nil {
			return err
		}
		if len(latest) == m.Lines {
			break
		}
		latest = append(latest, message)
	}
	for _, message := range slices.Backward(latest) {
		if err := s.message(message); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) message(m *chatv1.Message) error {
	if s.Output != "table" {
		return s.show(m)
	}
	what := m.GetContent()
	switch {
	case m.GetSystem() != nil:
		what = "* " + strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(m.GetType().String(), "MESSAGE_TYPE_"), "_", " ")) + " " + m.GetSystem().GetTopic()
	case m.GetDeleteTime() != nil:
		what = "* deleted"
	default:
		what = m.GetSenderDisplayName() + ": " + what
	}
	s.say("%s  %s", m.GetCreateTime().AsTime().Format(time.RFC3339), strings.TrimSpace(text(what)))
	return nil
}

type chatFollow struct {
	Threads    []string `arg:"" optional:"" help:"Threads to follow; all without any."`
	CursorFile string   `help:"File that keeps how far it has come: the next run goes on there." type:"path" placeholder:"FILE"`
	Beginning  bool     `help:"Start with the oldest event, where there is no cursor."`
	Count      int      `help:"End after so many events; 0 goes on until it is interrupted."`
}

// Run shows events. Each is remembered when it was shown, so none is missed and at most one is repeated.
func (f *chatFollow) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	opts := []parley.FollowOption{parley.Only(f.Threads...)}
	saved, err := readCursor(f.CursorFile)
	if err != nil {
		return err
	}
	if saved != nil {
		opts = append(opts, parley.FromCursor(saved))
	} else if f.Beginning {
		opts = append(opts, parley.FromBeginning())
	}
	events := c.Chat.Follow(s.ctx, opts...)
	shown := 0
	for r, err := range events.Events() {
		if s.ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.event(r); err != nil {
			return err
		}
		if err := writeCursor(f.CursorFile, events.Cursor()); err != nil {
			return err
		}
		shown++
		if shown == f.Count {
			return nil
		}
	}
	return nil
}

func (s *session) event(r *chatv1.SubscribeResponse) error {
	if s.Output != "table" {
		return s.show(r)
	}
	if t := r.GetTyping(); t != nil {
		s.say("%s  * %s is typing", t.GetTime().AsTime().Format(time.RFC3339), text(t.GetSenderDisplayName()))
		return nil
	}
	e := r.GetEvent()
	if m := e.GetMessageSent().GetMessage(); m != nil {
		return s.message(m)
	}
	value, err := plain(e)
	if err != nil {
		return err
	}
	s.say("%s  * %s in %s", e.GetTime().AsTime().Format(time.RFC3339), eventName(value), e.GetThreadId())
	return nil
}

// eventName is the name of the event that is set in a JSON value.
func eventName(value any) string {
	fields, _ := value.(map[string]any)
	for name := range fields {
		switch name {
		case "threadId", "callId", "time", "actor", "sequence", "operationContext":
		default:
			return name
		}
	}
	return "something new"
}

func readCursor(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	cursor, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(content)))
	if err != nil {
		return nil, fmt.Errorf("%s has no cursor: delete it to start anew: %w", path, err)
	}
	return cursor, nil
}

func writeCursor(path string, cursor []byte) error {
	if path == "" {
		return nil
	}
	if err := os.WriteFile(path+".new", []byte(base64.StdEncoding.EncodeToString(cursor)+"\n"), 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

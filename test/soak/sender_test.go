package soak_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"

	client "github.com/parley-interop/parley/clients/go"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/test/soak/journal"
)

// Who sends: each of these has some senders that wait for every answer, and each of the pipers one that does not.
var (
	writers = []string{"Anna", "Ben", "Cleo", "Tess", "Theo", "Vic", "Vera"}
	pipers  = []string{"Ben", "Tess"}
)

// Sizes of the load. One message of so many that were not acknowledged is given up for good.
const (
	sendersEach = 2
	pipeWindow  = 16
	abandons    = 4
)

// Reasons for which sending may be refused although policy allows it: guests send also while they are away.
var sendRefusals = []string{"NOT_A_PARTICIPANT", "THREAD_NOT_FOUND"}

// filled returns the content of a message: what it is known by, and more.
func filled(text string) string {
	return text + strings.Repeat(" lorem", max(0, *size-len(text))/len(" lorem"))
}

// firstWord is what a message is known by.
func firstWord(content string) string {
	word, _, _ := strings.Cut(content, " ")
	return word
}

// every is how long one of the senders waits between two messages.
func every() time.Duration {
	return time.Duration(len(writers)*sendersEach+len(pipers)) * time.Second / time.Duration(*rate)
}

// roomsOf returns the threads that somebody may send to.
func (w *world) roomsOf(name string) (out []*room) {
	for _, r := range w.threads {
		if slices.Contains(r.members, name) || slices.Contains(r.guests, name) {
			out = append(out, r)
		}
	}
	return out
}

// write sends one message after the other, until the fire is over.
func (s *soak) write(ctx context.Context, who *party, number int) {
	name := fmt.Sprintf("%s-%d", who.name, number)
	log := s.journal("sender " + name)
	chat := chatv1.NewChatServiceClient(s.broker.dial(s.t))
	choice := s.world.roomsOf(who.name)
	for n := 0; pause(ctx, rand.N(2*every())); n++ {
		text := fmt.Sprintf("%s-%d", name, n)
		r := choice[rand.IntN(len(choice))]
		for {
			a := s.send(ctx, log, chat, who, r, text)
			if !a.passes || rand.IntN(abandons) == 0 || !pause(ctx, 50*time.Millisecond) {
				break
			}
		}
	}
}

// send makes one attempt, which the end of the context does not end: what is under way then would look like no answer.
func (s *soak) send(ctx context.Context, log *journal.Writer, chat chatv1.ChatServiceClient, who *party, r *room, text string) answer {
	ctx, cancel := context.WithTimeout(who.in(context.WithoutCancel(ctx)), attemptTime)
	defer cancel()
	e := journal.Entry{Kind: journal.Send, Who: who.name, Thread: r.id, Text: text, Began: s.folder.Now()}
	sent, err := chat.SendMessage(ctx, &chatv1.SendMessageRequest{ThreadId: r.id, Content: filled(text), IdempotencyKey: text})
	return sentAs(log, e, sent, err)
}

// sentAs notes what became of an attempt.
func sentAs(log *journal.Writer, e journal.Entry, sent *chatv1.SendMessageResponse, err error) answer {
	a := read(err, sendRefusals...)
	if a.strange != nil {
		log.Write(journal.Entry{Kind: journal.Trouble, Who: e.Who, Text: fmt.Sprintf("%s: %v", e.Text, a.strange)})
	}
	e.Result, e.Reason, e.Sequence, e.Message = a.result, a.reason, sent.GetSequenceId(), sent.GetMessageId()
	log.Write(e)
	return a
}

// pipe sends many messages at a time through the client's pipeline, which goes on by itself when the connection breaks.
func (s *soak) pipe(ctx context.Context, who *party) {
	log := s.journal("pipeline " + who.name)
	c, err := client.Connect(s.broker.address, client.Bearer(who.token))
	if err != nil {
		s.t.Error(err)
		return
	}
	defer c.Close()
	choice := s.world.roomsOf(who.name)
	var waiting sync.WaitGroup
	defer waiting.Wait()
	n := 0
	for ctx.Err() == nil {
		sender := c.Chat.Sender(context.WithoutCancel(ctx), pipeWindow) // it ends when it is closed or fails
		for pause(ctx, rand.N(2*every())) {
			n++
			r := choice[rand.IntN(len(choice))]
			e := journal.Entry{Kind: journal.Send, Who: who.name, Thread: r.id, Text: fmt.Sprintf("pipe-%s-%d", who.name, n), Began: s.folder.Now(), Pipe: n}
			pending, err := sender.Send(ctx, &chatv1.SendMessageRequest{ThreadId: r.id, Content: filled(e.Text), IdempotencyKey: e.Text})
			if err != nil {
				break
			}
			waiting.Go(func() {
				sent, err := pending.Wait(context.WithoutCancel(ctx))
				sentAs(log, e, sent, err)
			})
		}
		_ = sender.Close() // what became of each message is known
	}
}

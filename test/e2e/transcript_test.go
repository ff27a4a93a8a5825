package e2e_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"google.golang.org/grpc/codes"
)

// transcript is what one participant has seen of one thread, over any number of streams.
type transcript struct {
	t   testing.TB
	who party
	// contents are those of the messages in the order of their sequence ids; those of the system have none.
	contents []string
	// cursor is that of the latest response; empty before the first.
	cursor string
}

// streamed is a response of Subscribe as the Node client prints it.
type streamed struct {
	Event *struct {
		MessageSent, ParticipantsAdded, ThreadUpdated *told
	}
	Cursor string
}

// told is an event that carries a message.
type told struct {
	Message struct {
		SequenceID int `json:"sequenceId"`
		Content    string
	}
}

// open starts a stream where the one before has stopped.
func (tr *transcript) open(b *broker) *nodeClient {
	tr.t.Helper()
	request := `{"startPosition": "START_POSITION_BEGINNING"}`
	if tr.cursor != "" {
		request = fmt.Sprintf(`{"cursor": %q}`, tr.cursor)
	}
	return b.node(tr.t, tr.who.token, "subscribe", request)
}

// read reads a stream until so many messages of the thread were seen, and returns why the stream ended if it did.
func (tr *transcript) read(stream *nodeClient, messages int) *failure {
	tr.t.Helper()
	for len(tr.contents) < messages {
		l, ok := stream.next()
		if !ok {
			tr.t.Fatalf("the stream ended without a status: %s", stream.stderr.String())
		}
		if f := l.failure(tr.t); f != nil {
			return f
		}
		var r streamed
		if err := json.Unmarshal(l.Response, &r); err != nil {
			tr.t.Fatal(err)
		}
		tr.add(r)
	}
	return nil
}

// add takes a response in. A message must be the one that comes next.
func (tr *transcript) add(r streamed) {
	tr.t.Helper()
	tr.cursor = r.Cursor
	if r.Event == nil {
		return
	}
	for _, e := range []*told{r.Event.MessageSent, r.Event.ParticipantsAdded, r.Event.ThreadUpdated} {
		if e == nil {
			continue
		}
		if want := len(tr.contents) + 1; e.Message.SequenceID != want {
			tr.t.Fatalf("%s got message %d, want %d", tr.who.rawID, e.Message.SequenceID, want)
		}
		tr.contents = append(tr.contents, e.Message.Content)
	}
}

// readUntil reads a stream, which must go on, until so many messages of the thread were seen.
func (tr *transcript) readUntil(stream *nodeClient, messages int) {
	tr.t.Helper()
	if f := tr.read(stream, messages); f != nil {
		tr.t.Fatalf("%s: the stream ended after %d messages of %d: %s", tr.who.rawID, len(tr.contents), messages, f)
	}
}

// readEnd reads a stream until it ends, and checks why.
func (tr *transcript) readEnd(stream *nodeClient, code codes.Code, reason string) *failure {
	tr.t.Helper()
	f := tr.read(stream, math.MaxInt)
	wantFailure(tr.t, "the end of the stream of "+tr.who.rawID, f, code, reason)
	stream.done()
	return f
}

// wantAcknowledged checks that every message that was acknowledged was seen in its place, and nothing else was.
func (tr *transcript) wantAcknowledged(acknowledged map[int]string) {
	tr.t.Helper()
	seen := 0
	for i, content := range tr.contents {
		if content == "" {
			continue
		}
		seen++
		if want, ok := acknowledged[i+1]; !ok || content != want {
			tr.t.Errorf("%s got %q as message %d, acknowledged was %q", tr.who.rawID, content, i+1, want)
		}
	}
	if seen != len(acknowledged) {
		tr.t.Errorf("%s got %d messages, %d were acknowledged", tr.who.rawID, seen, len(acknowledged))
	}
}

package e2e_test

import (
	"syscall"
	"testing"

	"google.golang.org/grpc/codes"
)

// A broker that is told to stop answers what is under way, ends the streams so that they can be resumed, and ends well.
func TestStopUnderLoad(t *testing.T) {
	b := start(t, t.TempDir())
	w := newWorld(t, b)
	l := newLoad(t, w.threadID)
	sides := []*transcript{{t: t, who: w.anna}, {t: t, who: w.tess}}
	streams := make([]*nodeClient, len(sides))
	for i, side := range sides {
		streams[i] = side.open(b)
		side.readUntil(streams[i], lastSequence(t, b, w))
	}
	l.run(b, w.ben, 500, func() { b.signal(syscall.SIGTERM) })
	if code := b.exitCode(); code != 0 {
		t.Errorf("the broker ended with %d: %s", code, b.stderr.String())
	}
	for i, side := range sides {
		side.readEnd(streams[i], codes.Unavailable, "STREAM_RESUMABLE")
	}

	b = start(t, b.dir)
	l.retry(b, w.ben)
	l.check(b, w.anna)
	for _, side := range sides {
		side.readUntil(side.open(b), lastSequence(t, b, w))
		side.wantAcknowledged(l.acknowledged)
	}
}

// killings is how often the broker is killed under load.
const killings = 20

// A broker that is killed loses nothing that it has acknowledged, and a message that is sent again is not there twice.
func TestKillUnderLoad(t *testing.T) {
	b := start(t, t.TempDir())
	w := newWorld(t, b)
	l := newLoad(t, w.threadID)
	tess := &transcript{t: t, who: w.tess}
	for range killings {
		stream := tess.open(b)
		tess.readUntil(stream, lastSequence(t, b, w))
		l.run(b, w.ben, 200, b.kill)
		tess.readEnd(stream, codes.Unavailable, "")
		b = start(t, b.dir)
		l.retry(b, w.ben)
		l.check(b, w.anna)
	}
	tess.readUntil(tess.open(b), lastSequence(t, b, w))
	tess.wantAcknowledged(l.acknowledged)
}

package media_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/pion/webrtc/v4"
	"github.com/pion/webrtc/v4/pkg/media"
)

// await waits for something that must come.
func await(t *testing.T, what string, come <-chan struct{}) {
	t.Helper()
	select {
	case <-come:
	case <-time.After(patience):
		t.Fatalf("%s does not come", what)
	}
}

// frame is 20 ms of Opus: a silent frame of its CELT layer, full band, mono. No encoder in Go is kept well enough to be used;
// a decoder takes this for what it is.
var frame = []byte{0xf8, 0xff, 0xfe}

const frameTime = 20 * time.Millisecond

// speak sends a frame each 20 ms until the context ends. Before there is a connection, frames go nowhere.
func speak(ctx context.Context, track *webrtc.TrackLocalStaticSample) error {
	for pace := time.NewTicker(frameTime); ; {
		select {
		case <-ctx.Done():
			pace.Stop()
			return nil
		case <-pace.C:
			if err := track.WriteSample(media.Sample{Data: frame, Duration: frameTime}); err != nil {
				return err
			}
		}
	}
}

// ear counts the audio packets that arrive.
type ear struct {
	mu                      sync.Mutex
	packets, lost, disorder int
	last                    uint16
	more                    chan struct{} // closed and made anew with each packet
}

func newEar() *ear { return &ear{more: make(chan struct{})} }

// listen hears a track to its end. first is called when there is something to be heard.
func (e *ear) listen(track *webrtc.TrackRemote, first func()) {
	for {
		packet, _, err := track.ReadRTP()
		if err != nil {
			return
		}
		if e.hear(packet.SequenceNumber) {
			first()
		}
	}
}

// hear counts a packet, and reports whether it is the first.
func (e *ear) hear(sequence uint16) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.packets > 0 {
		switch step := int16(sequence - e.last); {
		case step <= 0:
			e.disorder++
		default:
			e.lost += int(step) - 1
		}
	}
	e.last = sequence
	e.packets++
	close(e.more)
	e.more = make(chan struct{})
	return e.packets == 1
}

func (e *ear) heard() (packets, lost, disorder int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.packets, e.lost, e.disorder
}

// await waits until n packets were heard.
func (e *ear) await(t *testing.T, n int) {
	t.Helper()
	for late := time.After(patience); ; {
		e.mu.Lock()
		packets, more := e.packets, e.more
		e.mu.Unlock()
		if packets >= n {
			return
		}
		select {
		case <-more:
		case <-late:
			t.Fatalf("%d audio packets came, and %d are waited for", packets, n)
		}
	}
}

// isOver reports whether an error is what is said of a connection that was closed.
func isOver(err error) bool {
	return errors.Is(err, webrtc.ErrConnectionClosed) || errors.Is(err, context.Canceled)
}

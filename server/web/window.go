package web

import (
	"context"
	"encoding/binary"
	"io"
	"net/http"
	"sync"

	"connectrpc.com/connect"
	"google.golang.org/grpc"
)

// maxWaiting is how many bytes of a stream of requests may wait to be taken; a message that has begun is read to its end.
const maxWaiting = 256 << 10

// tooLarge is the prefix of a message above the limit. The transcoder says of such a message that its body cannot be read, which
// the gRPC server would take for a broken connection; of this it says what it says to everybody.
var tooLarge = binary.BigEndian.AppendUint32([]byte{0}, maxMessage+1)

// window is the body of a request in the framing of gRPC. The gRPC server reads a body as fast as it comes and keeps what it
// has not taken yet in memory; the window holds it back until the messages that it has read are taken, so that whoever
// sends faster than the broker works feels it.
type window struct {
	body io.ReadCloser

	mu     sync.Mutex
	change sync.Cond
	closed bool
	// waiting are the sizes of the messages that were read and not taken, the first one first; size is their sum.
	waiting []int
	size    int
	frame   frame
}

// frame follows the framing: five bytes of prefix, and then as many as they tell.
type frame struct {
	prefix [5]byte
	// have is how much of the prefix was read; missing, how much of the message was not.
	have, missing int
}

type windowKey struct{}

// paced serves requests to a gRPC server, each through a window.
func paced(to *grpc.Server) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b := newWindow(r.Body)
		r = r.WithContext(context.WithValue(r.Context(), windowKey{}, b))
		r.Body = b
		to.ServeHTTP(w, r)
	})
}

func newWindow(body io.ReadCloser) *window {
	b := &window{body: body}
	b.change.L = &b.mu
	return b
}

// takeStream opens the window of a stream a little with each message that is taken from it.
func takeStream(server any, stream grpc.ServerStream, _ *grpc.StreamServerInfo, next grpc.StreamHandler) error {
	if b, ok := stream.Context().Value(windowKey{}).(*window); ok {
		stream = windowed{ServerStream: stream, window: b}
	}
	return next(server, stream)
}

type windowed struct {
	grpc.ServerStream

	window *window
}

// RecvMsg takes a message from the stream.
func (s windowed) RecvMsg(m any) error {
	err := s.ServerStream.RecvMsg(m)
	if err == nil {
		s.window.take()
	}
	return err
}

// Read reads from the body once there is room.
func (b *window) Read(p []byte) (int, error) {
	if !b.room() {
		return 0, http.ErrBodyReadAfterClose
	}
	n, err := b.body.Read(p)
	if n == 0 && connect.CodeOf(err) == connect.CodeResourceExhausted {
		return copy(p, tooLarge), nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for rest := p[:n]; len(rest) > 0; {
		var size int
		size, rest = b.frame.follow(rest)
		if size > 0 {
			b.waiting = append(b.waiting, size)
			b.size += size
		}
	}
	return n, err
}

// room waits until there is room; it reports false when the body was closed instead.
func (b *window) room() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.size > maxWaiting && !b.closed {
		b.change.Wait()
	}
	return !b.closed
}

// take forgets the first message that waits.
func (b *window) take() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.waiting) == 0 {
		return
	}
	b.size -= b.waiting[0]
	b.waiting = b.waiting[1:]
	b.change.Broadcast()
}

// Close closes the body, and ends a Read that waits.
func (b *window) Close() error {
	b.mu.Lock()
	b.closed = true
	b.change.Broadcast()
	b.mu.Unlock()
	return b.body.Close()
}

// follow follows the next bytes up to the end of a message at most. It returns the size of the message with its prefix if
// it has ended, else 0, and the bytes that are left.
func (f *frame) follow(p []byte) (int, []byte) {
	if f.have < len(f.prefix) {
		n := copy(f.prefix[f.have:], p)
		f.have += n
		p = p[n:]
		if f.have < len(f.prefix) {
			return 0, nil
		}
		f.missing = f.length()
	}
	n := min(len(p), f.missing)
	f.missing -= n
	if f.missing > 0 {
		return 0, nil
	}
	size := len(f.prefix) + f.length()
	f.have = 0
	return size, p[n:]
}

func (f *frame) length() int { return int(binary.BigEndian.Uint32(f.prefix[1:])) }

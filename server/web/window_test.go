package web

import (
	"encoding/binary"
	"io"
	"strings"
	"testing"
	"testing/synctest"
)

// framed is messages of some sizes as they are framed on the wire.
func framed(sizes ...int) string {
	var b []byte
	for _, size := range sizes {
		b = binary.BigEndian.AppendUint32(append(b, 0), uint32(size))
		b = append(b, strings.Repeat("x", size)...)
	}
	return string(b)
}

func TestFrameFollowsMessages(t *testing.T) {
	wire := framed(0, 1, 100, 0, 7)
	for step := 1; step <= len(wire); step++ {
		var f frame
		var got []int
		for rest := wire; rest != ""; {
			piece := []byte(rest[:min(step, len(rest))])
			rest = rest[len(piece):]
			for len(piece) > 0 {
				var size int
				if size, piece = f.follow(piece); size > 0 {
					got = append(got, size-5)
				}
			}
		}
		if want := []int{0, 1, 100, 0, 7}; len(got) != len(want) || got[2] != 100 || got[4] != 7 {
			t.Fatalf("in pieces of %d bytes it sees messages of %v bytes, want %v", step, got, want)
		}
	}
}

func TestWindowHoldsBackUntilMessagesAreTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		wire := framed(maxWaiting, maxWaiting, 1)
		b := newWindow(io.NopCloser(strings.NewReader(wire)))
		read := 0
		var end error
		go func() {
			buffer := make([]byte, 16<<10)
			for end == nil {
				var n int
				n, end = b.Read(buffer)
				read += n
			}
		}()
		synctest.Wait()
		if read >= len(wire) {
			t.Fatalf("all %d bytes were read though no message was taken", read)
		}
		for range 2 {
			b.take()
			synctest.Wait()
		}
		if read != len(wire) || end != io.EOF { //nolint:errorlint // what a reader returns
			t.Fatalf("after the messages were taken %d of %d bytes are read, and the end is %v", read, len(wire), end)
		}
	})
}

func TestWindowEndsWithItsBody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newWindow(io.NopCloser(strings.NewReader(framed(maxWaiting, 1))))
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			_, _ = io.Copy(io.Discard, b)
		}()
		synctest.Wait()
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		<-ended
	})
}

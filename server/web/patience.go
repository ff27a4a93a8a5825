package web

import (
	"io"
	"net/http"
	"time"
)

// bodyTimeout is how long a request may take to arrive, where it is one message.
const bodyTimeout = 30 * time.Second

// hurry breaks off requests whose one message does not arrive in time. Streams of requests may take as long as they like.
func hurry(streams map[string]bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !streams[r.URL.Path] {
			control := http.NewResponseController(w)
			// A connection without deadlines does not exist beneath a real server.
			_ = control.SetReadDeadline(time.Now().Add(bodyTimeout))
			// The HTTP server looks at its own request to see whether the connection can serve another.
			r = r.WithContext(r.Context())
			r.Body = &hurried{ReadCloser: r.Body, control: control}
		}
		next.ServeHTTP(w, r)
	})
}

// hurried is a body with a deadline, which is lifted at its end: the connection is read further to notice when it breaks.
type hurried struct {
	io.ReadCloser

	control *http.ResponseController
}

// Read reads from the body.
func (h *hurried) Read(p []byte) (int, error) {
	n, err := h.ReadCloser.Read(p)
	if err != nil {
		_ = h.control.SetReadDeadline(time.Time{})
	}
	return n, err
}

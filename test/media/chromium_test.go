package media_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// report is what the page tells: of the sound that it hears, of the end, or of what went wrong.
type report struct {
	PacketsReceived, PacketsLost, SamplesReceived int
	// SetUp is how long it took from the start of the call to the sound, in milliseconds.
	SetUp                         int
	Codec, Path, Outcome, Failure string
}

// browser is a headless Chromium with a page of ours.
type browser struct {
	t       *testing.T
	origin  string
	reports chan report
}

// newBrowser serves the page. Nothing is opened yet.
func newBrowser(t *testing.T) *browser {
	t.Helper()
	w := &browser{t: t, reports: make(chan report, 1000)}
	pages := http.NewServeMux()
	pages.Handle("GET /", http.FileServer(http.Dir("testdata")))
	pages.HandleFunc("POST /tell", func(rw http.ResponseWriter, r *http.Request) {
		var told report
		if err := json.NewDecoder(r.Body).Decode(&told); err != nil {
			told.Failure = err.Error()
		}
		select {
		case w.reports <- told:
		case <-t.Context().Done():
		}
		rw.WriteHeader(http.StatusNoContent)
	})
	server := httptest.NewServer(pages)
	t.Cleanup(server.Close)
	w.origin = server.URL
	return w
}

// open lets Chromium open the page. Its microphone is one that beeps, and nobody is asked whether it may be used.
func (w *browser) open(query url.Values) {
	w.t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		w.t.Fatal("chromium is missing: `make chromium` installs it")
	}
	page := w.origin + "/page.html?" + query.Encode()
	cmd := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", //nolint:noctx // the whole group is ended below
		"--disable-dev-shm-usage", "--no-first-run", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
		"--autoplay-policy=no-user-gesture-required", "--allow-loopback-in-peer-connection", "--remote-debugging-port=0",
		"--user-data-dir="+w.t.TempDir(), page)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // it has many processes, which end together
	var said strings.Builder
	cmd.Stderr = &said
	must(w.t, cmd.Start())
	w.t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait() // it was killed
		if w.t.Failed() {
			w.t.Logf("chromium wrote to its standard error:\n%s", said.String())
		}
	})
}

// await returns the first report that fits.
func (w *browser) await(what string, fits func(report) bool) report {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), 2*patience)
	defer cancel()
	var last report
	for {
		select {
		case last = <-w.reports:
		case <-ctx.Done():
			w.t.Fatalf("%s does not come; the last report is %+v", what, last)
		}
		if last.Failure != "" {
			w.t.Fatalf("the page failed: %s", last.Failure)
		}
		if fits(last) {
			return last
		}
	}
}

// A browser calls a peer of another make. The page speaks to the broker alone, as any page would, and both sides hear each other.
func TestABrowserCalls(t *testing.T) {
	w := newBrowser(t)
	b := start(t, "--http-listen", "127.0.0.1:0", "--http-allow-origin", w.origin)
	caller, ben := b.user("Anna"), newPeer(t, b, "Ben", "udp")
	w.open(url.Values{"broker": {b.web}, "token": {caller.token}, "callee": {ben.rawID}})
	heard := w.await("the sound", func(r report) bool { return r.PacketsReceived >= enough })
	ben.ear.await(t, enough)
	ben.events.await(t, "CONNECTED")
	ben.relayed()
	if heard.Path != "relay to relay" || heard.Codec != "audio/opus" || heard.SamplesReceived == 0 {
		t.Errorf("the browser hears %+v", heard)
	}
	packets, lost, disorder := ben.ear.heard()
	t.Logf("the browser heard sound at most %d ms after the start of its call: %d packets, %d lost; Ben: %d packets, %d lost",
		heard.SetUp, heard.PacketsReceived, heard.PacketsLost, packets, lost)
	if disorder > 0 || lost > packets/10 {
		t.Errorf("Ben: of %d packets, %d came out of order and %d not at all", packets, disorder, lost)
	}
	ben.hangUp()
	end := w.await("the end", func(r report) bool { return r.Outcome != "" })
	if end.Outcome != "OUTCOME_COMPLETED" {
		t.Errorf("the browser saw the end %s", end.Outcome)
	}
	ben.events.await(t, "call ended COMPLETED")
	finished(t, ben)
}

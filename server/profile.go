package main

import (
	"net"
	"net/http"
	"net/http/pprof"
	"runtime"
	"time"
)

const (
	// oneLockIn is how many waits for a lock there are to each that a profile has.
	oneLockIn = 100
	// blockedFor is how long goroutines are blocked, in nanoseconds, to each block that a profile has.
	blockedFor = int(time.Millisecond)
)

// serveProfiles serves Go's profiles on a listener until it is told to end; none without a listener.
func serveProfiles(l net.Listener) (end func()) {
	if l == nil {
		return func() {}
	}
	runtime.SetMutexProfileFraction(oneLockIn)
	runtime.SetBlockProfileRate(blockedFor)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: time.Second}
	go func() { _ = server.Serve(l) }() // it ends with an error, always
	return func() { _ = server.Close() }
}

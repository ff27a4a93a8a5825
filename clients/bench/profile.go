package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// profile takes profiles of a server while it bears the load of a workload, if there are to be any. What comes of it is in the
// channel, once.
func (st *stage) profile(ctx context.Context, s *server, w workload) <-chan error {
	taken := make(chan error, 1)
	if !st.profiling || s.profiles == "" {
		taken <- nil
		return taken
	}
	go func() { taken <- st.takeProfiles(ctx, s, strings.ReplaceAll(w.name, "/", "-")) }()
	return taken
}

// takeProfiles writes what a server says of its processor time for as long as a measurement takes, then of everything else.
func (st *stage) takeProfiles(ctx context.Context, s *server, name string) error {
	if err := os.MkdirAll(st.profiles, 0o755); err != nil { //nolint:gosec // profiles are for all
		return err
	}
	for _, kind := range []string{"profile", "allocs", "heap", "mutex", "block", "goroutine"} {
		query := ""
		if kind == "profile" {
			query = fmt.Sprintf("?seconds=%d", max(1, int(st.duration.Seconds())))
		}
		if err := fetch(ctx, s.profiles+kind+query, filepath.Join(st.profiles, name+"."+kind+".pprof")); err != nil {
			return err
		}
	}
	return nil
}

// fetch writes what an address answers into a file.
func fetch(ctx context.Context, address, path string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", address, answer.Status)
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, answer.Body); err != nil {
		return err
	}
	return f.Close()
}

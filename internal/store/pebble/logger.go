package pebble

import (
	"fmt"
	"log/slog"
)

// engineLogger passes what Pebble says to slog. What is routine for Pebble is debugging for an operator.
type engineLogger struct {
	to   *slog.Logger
	gate *gate
}

// Infof implements the logger of Pebble.
func (l engineLogger) Infof(format string, args ...any) {
	l.to.Debug("storage engine", "event", fmt.Sprintf(format, args...))
}

// Errorf implements the logger of Pebble.
func (l engineLogger) Errorf(format string, args ...any) {
	l.to.Error("storage engine", "error", fmt.Sprintf(format, args...))
}

// Fatalf implements the logger of Pebble. Unlike Pebble's own it returns, because a library must not end the process: the
// gate makes sure that whatever Pebble does next has no effect.
func (l engineLogger) Fatalf(format string, args ...any) {
	l.gate.fail(fmt.Errorf(format, args...))
}

package relay

import (
	"bytes"
	"context"
	"log/slog"

	"github.com/pion/logging"
)

// logs gives the TURN server a logger. What it calls errors are mostly the doing of clients, and each datagram may bring one,
// so all of it is for debugging, and what it says of datagrams that are well is not logged at all.
func logs(ctx context.Context, to *slog.Logger) logging.LoggerFactory {
	f := &logging.DefaultLoggerFactory{Writer: lines{to}, DefaultLogLevel: logging.LogLevelDisabled, ScopeLevels: map[string]logging.LogLevel{}}
	if to.Enabled(ctx, slog.LevelDebug) {
		f.DefaultLogLevel = logging.LogLevelInfo
	}
	return f
}

// lines logs what is written to it, line by line.
type lines struct {
	to *slog.Logger
}

// Write logs a line.
func (l lines) Write(line []byte) (int, error) {
	l.to.Debug("relay: " + string(bytes.TrimSpace(line)))
	return len(line), nil
}

package feed

import (
	"time"

	"google.golang.org/protobuf/types/known/durationpb"
)

// usualHeartbeat is the longest silence of a stream whose subscriber names none.
const usualHeartbeat = 30 * time.Second

// Heartbeat returns the longest silence that a request asks for, and the usual one where it names none.
func Heartbeat(asked *durationpb.Duration) time.Duration {
	if asked == nil {
		return usualHeartbeat
	}
	return asked.AsDuration()
}

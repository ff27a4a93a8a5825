package reason

import (
	"errors"
	"time"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// StreamResumable is the end of a stream that goes on elsewhere or later.
func StreamResumable() *Error {
	return New(typev1.Reason_REASON_STREAM_RESUMABLE, "the broker cannot go on with the stream: open it again where it ended, nothing is lost").Retry(time.Second)
}

// AccessLost is the end of a stream that its caller may not have any more.
func AccessLost(cause error) *Error {
	const lost, format = typev1.Reason_REASON_ACCESS_LOST, "the caller may no longer have this stream: %s"
	if c, ok := errors.AsType[*Error](cause); ok {
		return New(lost, format, c.Message).With("cause", Name(c.Reason)).Because(cause)
	}
	return New(lost, format, cause).Because(cause)
}

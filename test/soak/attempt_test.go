package soak_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	client "github.com/parley-interop/parley/clients/go"
	"github.com/parley-interop/parley/test/soak/journal"
)

// attemptTime bounds an attempt; after it, the client does not know what has happened.
const attemptTime = 10 * time.Second

// answer is what became of an attempt.
type answer struct {
	result journal.Result
	reason string
	// passes says that the same request may have another answer a little later.
	passes bool
	// strange is an answer that the contract does not allow.
	strange error
}

// read reads an answer. The reasons are those for which the request may be refused for good.
func read(err error, reasons ...string) answer {
	code, reason := codeAndReason(err)
	switch {
	case err == nil:
		return answer{result: journal.Acknowledged}
	case code == codes.Unavailable && (reason == "STORAGE_UNAVAILABLE" || reason == "DRAINING"), code == codes.ResourceExhausted && reason == "STORAGE_FULL":
		return answer{result: journal.Refused, reason: reason, passes: true}
	case code == codes.Unavailable && (reason == "OUTCOME_UNKNOWN" || reason == ""), code == codes.DeadlineExceeded, code == codes.Canceled:
		return answer{result: journal.Uncertain, reason: code.String() + reason, passes: true} // the broker does not know, or has not answered at all
	case strings.HasPrefix(reason, "INTEROP_"), slices.Contains(reasons, reason) && reason != "":
		return answer{result: journal.Refused, reason: reason}
	default:
		return answer{result: journal.Uncertain, reason: reason, strange: err}
	}
}

// codeAndReason reads the errors of the stubs and those of the client.
func codeAndReason(err error) (codes.Code, string) {
	if e, ok := errors.AsType[*client.Error](err); ok {
		return e.Code, e.Reason
	}
	s := status.Convert(err)
	for _, d := range s.Details() {
		if info, ok := d.(*errdetails.ErrorInfo); ok {
			return s.Code(), info.GetReason()
		}
	}
	return s.Code(), ""
}

// with returns a context whose requests have a credential.
func with(ctx context.Context, credential string) context.Context {
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+credential)
}

// insist repeats a request, with the same key, until it is known what became of it, and returns when it was first tried. The end of the
// context does not end that. A fault passes; what does not pass within the patience of the soak is trouble.
func (s *soak) insist(ctx context.Context, log *journal.Writer, who string, reasons []string, request func(ctx context.Context) error) (began int64, a answer) {
	ctx = context.WithoutCancel(ctx)
	began = s.folder.Now()
	uncertain := false
	for end := time.Now().Add(patience); ; {
		attempt, cancel := context.WithTimeout(ctx, attemptTime)
		a = read(request(attempt), reasons...)
		cancel()
		uncertain = uncertain || a.result == journal.Uncertain
		if a.strange != nil {
			log.Write(journal.Entry{Kind: journal.Trouble, Who: who, Text: a.strange.Error()})
		}
		if !a.passes || time.Now().After(end) {
			break
		}
		pause(ctx, 50*time.Millisecond)
	}
	if a.passes {
		log.Write(journal.Entry{Kind: journal.Trouble, Who: who, Text: fmt.Sprintf("for %s there is no answer but %s", patience, a.reason)})
	}
	if a.result == journal.Refused && uncertain {
		a.result = journal.Uncertain // the attempt before may have had its effect
	}
	return began, a
}

// pause waits, and reports whether the context still lives then.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

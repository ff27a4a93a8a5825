package chat

import (
	"time"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
	"github.com/parley-interop/parley/internal/timer"
)

// The kinds of timer that this package sets.
const (
	// RetentionTimer is due when a thread may have been kept long enough; the subject is its id.
	RetentionTimer = "chat.retention"
	// PurgeTimer is due when content of a deleted thread is to be erased; the subject is its id.
	PurgeTimer = "chat.purge"
)

// Timers are the handlers of the timers that this package sets.
func Timers() map[string]timer.Handler {
	return map[string]timer.Handler{RetentionTimer: retire, PurgeTimer: purge}
}

const day = 24 * time.Hour

// keptUntil returns until when a thread is kept as things are; ok is false if it is kept for good.
func keptUntil(tx store.ReadTx, thread *recordv1.Thread) (until time.Time, ok bool, err error) {
	t := thread.GetThread()
	policy := t.GetRetentionPolicy()
	if policy.GetDeleteThreadAfterDays() == 0 {
		return time.Time{}, false, nil
	}
	since := t.GetCreateTime().AsTime()
	switch policy.GetKind() {
	case chatv1.RetentionKind_RETENTION_KIND_THREAD_CREATION:
	case chatv1.RetentionKind_RETENTION_KIND_LAST_MESSAGE:
		last, err := lastPlace(tx, t.GetThreadId())
		if err != nil {
			return time.Time{}, false, err
		}
		if id := last.head.GetMessageId(); id != 0 {
			since = time.UnixMilli(int64(id))
		}
	default:
		return time.Time{}, false, nil
	}
	return since.Add(time.Duration(policy.GetDeleteThreadAfterDays()) * day), true, nil
}

// plan sets the timer of a thread's retention, in place of the one before. The caller stores the thread.
func plan(tx *ledger.Tx, thread *recordv1.Thread) error {
	threadID := thread.GetThread().GetThreadId()
	if due := thread.GetRetentionDue(); due != 0 {
		timer.Clear(tx, time.UnixMicro(due), RetentionTimer, threadID)
	}
	until, ok, err := keptUntil(tx, thread)
	if err != nil {
		return err
	}
	thread.RetentionDue = 0
	if ok {
		thread.RetentionDue = until.UnixMicro()
		timer.Set(tx, until, RetentionTimer, threadID)
	}
	return nil
}

// retire deletes a thread that was kept long enough. One that lives on, as after a new message, is looked at again later.
func retire(tx *ledger.Tx, threadID string) error {
	thread, err := record.Get[recordv1.Thread](tx, key.Thread(threadID))
	if err != nil || thread == nil || thread.GetDeleteTime() != 0 {
		return err
	}
	until, ok, err := keptUntil(tx, thread)
	if err != nil {
		return err
	}
	if ok && !until.After(tx.Now) {
		return end(tx, thread)
	}
	if err := plan(tx, thread); err != nil {
		return err
	}
	return record.Set(tx, key.Thread(threadID), thread)
}

package cluster_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

func TestDatabaseIsKilledAndRestarted(t *testing.T) {
	t.Parallel()
	server := pgtest.New(t)
	l := startLoad(t, newWorld(t, newCell(t, three(server.DSN(server.Database(t)))...)))
	for range rounds(6) {
		l.await(-1, enough())
		server.Kill()
		server.Start(t)
		for slot := range 3 {
			l.await(slot, enough()/5)
		}
	}
	l.finish("kill -9 of PostgreSQL")
}

func TestFailoverToASynchronousStandby(t *testing.T) {
	t.Parallel()
	for range rounds(3) {
		failOver(t)
	}
}

func failOver(t *testing.T) {
	primary := pgtest.New(t)
	database := primary.Database(t)
	standby := primary.Standby(t)
	dsn := primary.Both(standby, database) + "&target_session_attrs=read-write"
	w := newWorld(t, newCell(t, three(dsn)...))
	l := startLoad(t, w)
	l.await(-1, enough())
	primary.Kill()
	standby.Promote(t)
	for slot := range 3 {
		l.await(slot, enough()/5)
	}
	l.finish("failover to a synchronous standby")
	for _, d := range []typev1.Durability{typev1.Durability_DURABILITY_REPLICATED, typev1.Durability_DURABILITY_FSYNCED} {
		if l.durabilities[d] == 0 {
			t.Errorf("no acknowledgement said %v; before the failover there are two servers, then one: %v", d, l.durabilities)
		}
	}
	if len(l.durabilities) != 2 {
		t.Errorf("acknowledgements said %v", l.durabilities)
	}
}

// newProxiedWorld starts three brokers, of which the one in slot 1 reaches the database through a proxy.
func newProxiedWorld(t *testing.T) (*world, *pgtest.Proxy) {
	t.Helper()
	server := pgtest.Shared(t)
	proxy := pgtest.NewProxy(t, server)
	database := server.Database(t)
	return newWorld(t, newCell(t, server.DSN(database), proxy.DSN(database), server.DSN(database))), proxy
}

func allPass(string, pgtest.Step) pgtest.Verdict { return pgtest.Pass }

func TestBrokerIsCutOffFromTheDatabase(t *testing.T) {
	t.Parallel()
	w, proxy := newProxiedWorld(t)
	l := startLoad(t, w)
	for range rounds(6) {
		l.await(1, enough()/2)
		proxy.Judge(func(string, pgtest.Step) pgtest.Verdict { return pgtest.Cut })
		proxy.CutAll()
		cutOff(t, l, 10)
		for _, slot := range []int{0, 2} {
			l.await(slot, enough()/5) // the others go on
		}
		proxy.Judge(allPass)
		l.await(1, enough()/5)
	}
	l.finish("a broker is cut off from the database")
}

// cutOff sends some messages through the broker of slot 1, which must acknowledge none.
func cutOff(t *testing.T, l *load, messages int) {
	t.Helper()
	for n := range messages {
		content := fmt.Sprintf("cut off %d at %d", n, time.Now().UnixNano())
		_, err := l.w.broker(1).chat.SendMessage(l.w.ben.in(t.Context()),
			&chatv1.SendMessageRequest{ThreadId: l.threads[0], Content: content, IdempotencyKey: strings.ReplaceAll(content, " ", "-")})
		if reason, retry := reasonOf(err); status.Code(err) != codes.Unavailable || !retry {
			t.Fatalf("a broker without its database answers %v (%s), want UNAVAILABLE with the time to retry after", err, reason)
		}
		l.tried(l.threads[0], content, possible(t, content, err))
	}
}

// TestDatabaseFallsSilent keeps back all bytes between a broker and the database, as a network that loses packets does.
func TestDatabaseFallsSilent(t *testing.T) {
	t.Parallel()
	if !*long {
		t.Skip("a silent database is given up after 10 s: make faults waits for that")
	}
	w, proxy := newProxiedWorld(t)
	l := startLoad(t, w)
	for range rounds(3) {
		l.await(1, enough()/5)
		release := proxy.Hold()
		cutOff(t, l, 1)
		l.await(0, senders/2) // the others go on, with the senders that do not wait for the silent one
		release()
		l.await(1, enough()/5)
	}
	l.finish("the database falls silent for a broker")
}

func TestDatabaseIsSlow(t *testing.T) {
	t.Parallel()
	w, proxy := newProxiedWorld(t)
	l := startLoad(t, w)
	l.await(1, enough()/5)
	for range rounds(3) {
		proxy.Delay(20 * time.Millisecond)
		for slot := range 3 {
			l.await(slot, enough()/5)
		}
		proxy.Delay(0)
		l.await(1, enough()/5)
	}
	if o := l.finish("the database is slow for a broker"); o.uncertain+o.refused > 0 {
		t.Errorf("a slow database was taken for a broken one: %v", o)
	}
}

// TestAnswersOfCommitsAreLost lets some commits of a broker happen without its hearing of it, and others not happen at all. Who
// sent cannot know; the same key sent to another broker finds out.
func TestAnswersOfCommitsAreLost(t *testing.T) {
	t.Parallel()
	w, proxy := newProxiedWorld(t)
	l := startLoad(t, w)
	var commits, swallowed, cut atomic.Int64
	proxy.Judge(func(application string, step pgtest.Step) pgtest.Verdict {
		if application != "parley writer" || step != pgtest.Commit {
			return pgtest.Pass
		}
		switch commits.Add(1) % 20 {
		case 5:
			swallowed.Add(1)
			return pgtest.Swallow
		case 15:
			cut.Add(1)
			return pgtest.Cut
		default:
			return pgtest.Pass
		}
	})
	for range rounds(3) {
		l.await(1, enough())
	}
	proxy.Judge(allPass)
	o := l.finish("answers of commits are lost")
	t.Logf("%d answers were swallowed, %d commits cut", swallowed.Load(), cut.Load())
	if swallowed.Load() == 0 || cut.Load() == 0 || o.uncertain == 0 {
		t.Errorf("nothing was uncertain: %v", o)
	}
}

// TestRestoredBackup goes on with a copy of the database that was made while brokers were writing to it.
func TestRestoredBackup(t *testing.T) {
	t.Parallel()
	server := pgtest.New(t)
	database := server.Database(t)
	w := newWorld(t, newCell(t, three(server.DSN(database))...))
	l := startLoad(t, w)
	l.await(-1, enough())
	backup := server.Clone(t)
	l.await(-1, enough())
	l.finish("before a backup is restored")
	for slot := range 3 {
		w.broker(slot).stop()
	}
	server.Kill()
	if _, stderr, exit := finish(t, "new-epoch", "--store", backup.DSN(database)); exit != 0 {
		t.Fatalf("new-epoch: %d, %s", exit, stderr)
	}
	for slot := range 3 {
		w.places[slot].store = backup.DSN(database)
		w.start(slot)
	}
	for _, r := range l.readers {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		err := r.stream(ctx, func() bool { return false })
		cancel()
		if reason, _ := reasonOf(err); reason != "CURSOR_EPOCH" {
			t.Errorf("%s, who resumes from a cursor of before, is told %v (%s)", r.name, err, reason)
		}
	}
	again := startLoad(t, w)
	again.await(-1, enough()/5)
	again.expect(l)
	again.finish("a restored backup")
	for i, r := range again.readers {
		for _, thread := range l.threads {
			if before, after := l.readers[i].threads[thread], r.threads[thread]; len(after) > len(before) || !slices.Equal(after, before[:len(after)]) {
				t.Errorf("%s sees another beginning of thread %s than before", r.name, thread)
			}
		}
	}
}

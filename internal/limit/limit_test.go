package limit_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/limit"
)

func TestTake(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	l := limit.New(func() time.Time { return now })
	for i := range 5 {
		if wait := l.Take(limit.Name{Of: "a"}, 1, 10, 5); wait != 0 {
			t.Fatalf("take %d of a burst of 5 waits %v", i, wait)
		}
	}
	wait := l.Take(limit.Name{Of: "a"}, 1, 10, 5)
	if wait != 100*time.Millisecond {
		t.Fatalf("the sixth waits %v, want 100ms", wait)
	}
	if wait := l.Take(limit.Name{Of: "b"}, 1, 10, 5); wait != 0 {
		t.Errorf("another name waits %v", wait)
	}
	now = now.Add(wait)
	if wait := l.Take(limit.Name{Of: "a"}, 1, 10, 5); wait != 0 {
		t.Errorf("after the advised time it waits %v", wait)
	}
	if wait := l.Take(limit.Name{Of: "a"}, 500, 1000, 500); wait != 0 {
		t.Errorf("a new limit waits %v", wait)
	}
	if wait := l.Take(limit.Name{Of: "a"}, 1, 1000, 500); wait != time.Millisecond {
		t.Errorf("when it is used up it waits %v", wait)
	}
}

func TestIdleNamesAreDropped(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	l := limit.New(func() time.Time { return now })
	l.Take(limit.Name{Of: "busy"}, 5, 1, 5)
	for i := range 200_000 {
		now = now.Add(time.Microsecond)
		l.Take(limit.Name{Of: fmt.Sprint(i)}, 1, 1_000_000, 5)
	}
	if wait := l.Take(limit.Name{Of: "busy"}, 5, 1, 5); wait == 0 {
		t.Error("a name in use was dropped")
	}
	if n := l.Names(); n > 1<<17 {
		t.Errorf("%d names are kept", n)
	}
}

func TestNamesInUseAreKept(t *testing.T) {
	const many = 100_000
	now := time.Unix(1_000_000, 0)
	l := limit.New(func() time.Time { return now })
	for i := range many {
		l.Take(limit.Name{Of: fmt.Sprint(i)}, 1, 1, 1)
	}
	for i := range many {
		if wait := l.Take(limit.Name{Of: fmt.Sprint(i)}, 1, 1, 1); wait != time.Second {
			t.Fatalf("name %d waits %v, want a second", i, wait)
		}
	}
	now = now.Add(time.Second)
	for i := range 2 * many {
		l.Take(limit.Name{Of: fmt.Sprint("new", i)}, 1, 1, 1)
	}
	if n := l.Names(); n > 2*many {
		t.Errorf("%d names are kept, %d of them in use", n, 2*many)
	}
}

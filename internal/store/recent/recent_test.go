package recent_test

import (
	"testing"

	"github.com/parley-interop/parley/internal/store/recent"
)

func TestMapKeepsWhatIsUsed(t *testing.T) {
	const most = 10
	var m recent.Map[int, int]
	for n := range 10 * most {
		m.Put(n, -n, most)
		if v, ok := m.Get(n, most); !ok || v != -n {
			t.Fatalf("%d has the value %d, %v", n, v, ok)
		}
		if _, ok := m.Get(0, most); !ok {
			t.Fatalf("a key in use was forgotten after %d others", n)
		}
	}
	if n := m.Len(); n > 2*most {
		t.Errorf("it holds %d values", n)
	}
	if _, ok := m.Get(1, most); ok {
		t.Error("a key that nobody uses is kept for ever")
	}
}

func TestMapNeverReturnsAnEarlierValue(t *testing.T) {
	const most = 4
	var m recent.Map[int, int]
	for n := range 100 {
		m.Put(-1, n, most)
		for other := range n % 7 {
			m.Put(other, 0, most)
		}
		if v, ok := m.Get(-1, most); ok && v != n {
			t.Fatalf("the value is %d, want %d", v, n)
		}
		m.Put(-1, n, most)
		m.Delete(-1)
		if v, ok := m.Get(-1, most); ok {
			t.Fatalf("a deleted key has the value %d", v)
		}
	}
}

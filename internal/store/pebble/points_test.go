package pebble

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestPoints compares points with a map, over batches of many sizes that use each other's room.
func TestPoints(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var p points
	for batch := range 300 {
		want := map[string][]byte{}
		steps := []int{1, 10, 1000, 40_000}[min(random.IntN(100)/32, 3)] * (1 + random.IntN(2)) / 2
		for range steps {
			key, value := fmt.Sprint(random.IntN(2*steps)), []byte(fmt.Sprint(batch))
			old, had := want[key]
			var gotOld []byte
			var gotHad bool
			if random.IntN(4) == 0 {
				gotOld, gotHad = p.remove(key)
				delete(want, key)
			} else {
				gotOld, gotHad = p.set(key, value)
				want[key] = value
			}
			if gotHad != had || !bytes.Equal(gotOld, old) {
				t.Fatalf("batch %d: %s was %q, %v, want %q, %v", batch, key, gotOld, gotHad, old, had)
			}
			if random.IntN(steps) == 0 {
				p.inOrder()
			}
		}
		checkPoints(t, &p, want)
		p = p.emptied()
		checkPoints(t, &p, nil)
	}
}

func checkPoints(t *testing.T, p *points, want map[string][]byte) {
	t.Helper()
	got := map[string][]byte{}
	for _, point := range p.sorted() {
		got[point.key] = point.value
	}
	if p.len() != len(want) || !maps.EqualFunc(got, want, bytes.Equal) {
		t.Fatalf("there are %d points %v, want %v", p.len(), got, want)
	}
	if keys := slices.Sorted(maps.Keys(want)); !slices.Equal(p.inOrder().Keys(), keys) {
		t.Fatalf("in order they are %v, want %v", p.order.Keys(), keys)
	}
	for key, value := range want {
		if got, had := p.get(key); !had || !bytes.Equal(got, value) {
			t.Fatalf("%s is %q, %v, want %q", key, got, had, value)
		}
	}
}

// TestPointsGiveUpALargeTable looks that small batches are not made to walk through the table of a large one for ever.
func TestPointsGiveUpALargeTable(t *testing.T) {
	var p points
	for i := range 1000 {
		p.set(fmt.Sprint(i), nil)
	}
	for range 2 {
		p = p.emptied()
		p.set("one", nil)
	}
	if room := cap(p.all); room >= 1000 {
		t.Errorf("after two batches of one point there is still room for %d", room)
	}
}

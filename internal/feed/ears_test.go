package feed

import (
	"maps"
	"math/rand/v2"
	"testing"
)

func TestEarsAreAMap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	all := make([]*Subscription, 3*fewEars)
	for i := range all {
		all[i] = &Subscription{}
	}
	s, want := sets{}, map[*Subscription]role{}
	for range 10_000 {
		one, as := all[random.IntN(len(all))], role(1+random.IntN(3))
		if random.IntN(len(all)) < len(want) { // so that there are few, many and none in turn
			s.remove("topic", one)
			delete(want, one)
		} else {
			s.set("topic", one, as)
			want[one] = as
		}
		if random.IntN(200) == 0 {
			for one := range want {
				s.remove("topic", one)
			}
			clear(want)
		}
		if got := maps.Collect(s["topic"].all()); !maps.Equal(got, want) || len(s) > 0 != (len(want) > 0) {
			t.Fatalf("got %v of %d topics, want %v", got, len(s), want)
		}
	}
	s.remove("nothing", all[0])
}

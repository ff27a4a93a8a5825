package event

import (
	"maps"
	"slices"
	"testing"

	"google.golang.org/protobuf/proto"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/store"
)

// FuzzTopics compares the topics that are read of an entry for the index with those that it has.
func FuzzTopics(f *testing.F) {
	for _, e := range []*recordv1.Entry{{}, {Topics: []string{"a", "b", "a", Audit}, Time: 1, Event: &recordv1.Entry_Chat{Chat: []byte("c")}}, {Topics: []string{""}}} {
		content, err := proto.Marshal(e)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Add([]byte{byte(topicsField << 3), 1})
	f.Add([]byte{0xff})
	f.Fuzz(func(t *testing.T, content []byte) {
		p := parts{positions: map[string][]store.Position{}}
		err := p.add(store.Entry{Position: 1, Content: content})
		e := &recordv1.Entry{}
		if proto.Unmarshal(content, e) != nil {
			return // such an entry is never written, and the index need only survive it
		}
		want := slices.DeleteFunc(slices.Clone(e.GetTopics()), isTrail)
		slices.Sort(want)
		if got := slices.Sorted(maps.Keys(p.positions)); err != nil || !slices.Equal(got, slices.Compact(want)) {
			t.Errorf("the topics are %q, and %q are found: %v", want, got, err)
		}
	})
}

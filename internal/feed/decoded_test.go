package feed

import (
	"testing"

	"google.golang.org/protobuf/proto"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/store"
)

func TestDecodedEntriesAreExact(t *testing.T) {
	raw := func(p store.Position, resource string) store.Entry {
		content, err := proto.Marshal(&recordv1.Entry{ResourceId: resource})
		if err != nil {
			t.Fatal(err)
		}
		return store.Entry{Position: p, Content: content}
	}
	var d decoded
	first, err := d.entry(raw(7, "a"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		raw    store.Entry
		want   string
		shared bool
	}{
		{"read again", raw(7, "a"), "a", true},
		{"rewritten", raw(7, "b"), "b", false},
		{"another of the same slot", raw(7+decodedEntries, "b"), "b", false},
		{"the first again", raw(7, "a"), "a", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, err := d.entry(tt.raw)
			if err != nil || e.Position != tt.raw.Position || e.Record.GetResourceId() != tt.want {
				t.Fatalf("got %+v, %v", e, err)
			}
			if shared := e == first; shared != tt.shared {
				t.Errorf("shared: %v", shared)
			}
		})
	}
	if _, err := d.entry(store.Entry{Position: 7, Content: []byte{0xff}}); err == nil {
		t.Error("what cannot be decoded was")
	}
}

func TestDecodedEntriesAreForgottenInCalmTimes(t *testing.T) {
	var d decoded
	read := func() *Entry {
		t.Helper()
		e, err := d.entry(store.Entry{Position: 7})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	first := read()
	for range calmTicks {
		d.tick()
		if read() != first {
			t.Fatal("it was forgotten while it was used a moment ago")
		}
	}
	d.tick()
	if read() == first {
		t.Error("it was kept")
	}
}

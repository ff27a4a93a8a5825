package opaque_test

import (
	"errors"
	"testing"

	"google.golang.org/protobuf/proto"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/opaque"
)

func TestRoundTrip(t *testing.T) {
	want := &recordv1.Cursor{Version: 1, Epoch: 1 << 60, Position: 7, Withheld: []*recordv1.Withheld{{ResourceId: "r", After: 3}}}
	got := &recordv1.Cursor{}
	if err := opaque.DecodeText(opaque.EncodeText(want), got); err != nil || !proto.Equal(got, want) {
		t.Fatalf("got %v, %v", got, err)
	}
}

func TestEveryDamagedByteIsNoticed(t *testing.T) {
	good := opaque.Encode(&recordv1.Cursor{Version: 1, Epoch: 5, Position: 300})
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0x40
		if err := opaque.Decode(bad, &recordv1.Cursor{}); !errors.Is(err, opaque.ErrDamaged) {
			t.Errorf("byte %d: %v", i, err)
		}
	}
	for n := range good {
		if err := opaque.Decode(good[:n], &recordv1.Cursor{}); !errors.Is(err, opaque.ErrDamaged) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
}

func TestHashTellsBoundsApart(t *testing.T) {
	if opaque.Hash("ab", "c") == opaque.Hash("a", "bc") {
		t.Error("the bounds of texts are lost")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(opaque.Encode(&recordv1.Cursor{Version: 1, Position: 9}))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		m := &recordv1.Cursor{}
		if opaque.Decode(b, m) == nil && opaque.Decode(opaque.Encode(m), &recordv1.Cursor{}) != nil {
			t.Fatal("what was decoded does not encode")
		}
	})
}

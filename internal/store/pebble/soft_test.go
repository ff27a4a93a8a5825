package pebble

import (
	"bytes"
	"hash/maphash"
	"testing"
)

func TestSoftValuesOfKeysWithTheSameHash(t *testing.T) {
	var s soft
	mine, other := []byte("mine"), []byte("much like mine")
	collide := func() {
		s.set(other, []byte("other's"))
		s.values.Put(maphash.Bytes(softSeed, mine), softValue{pair: append(bytes.Clone(other), "other's"...), key: len(other)}, maxSoft)
	}
	collide()
	if value, kept := s.get(mine); kept {
		t.Errorf("a key has the value %q of another", value)
	}
	s.set(mine, []byte("1"))
	if value, kept := s.get(mine); !kept || string(value) != "1" {
		t.Errorf("it is %q, %v after it was set", value, kept)
	}
	before, _ := s.get(mine)
	s.set(mine, nil)
	if value, kept := s.get(mine); !kept || value == nil || len(value) > 0 {
		t.Errorf("it is %q, %v after it was set to nothing", value, kept)
	}
	if string(before) != "1" {
		t.Errorf("what was read became %q", before)
	}
	collide()
	s.forget(mine)
	if value, kept := s.get(mine); kept {
		t.Errorf("it is %q after it was forgotten", value)
	}
	if value, kept := s.get(other); !kept || string(value) != "other's" {
		t.Errorf("the other is %q, %v", value, kept)
	}
}

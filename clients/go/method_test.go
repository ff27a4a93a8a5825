package parley

import (
	"testing"
	"time"

	"github.com/google/uuid"
)

func TestKeys(t *testing.T) {
	began, last := time.Now().Truncate(time.Millisecond), ""
	for range 10_000 {
		key := newKey()
		id, err := uuid.Parse(key)
		if err != nil || id.Version() != 7 || id.Variant() != uuid.RFC4122 || id.String() != key {
			t.Fatalf("%q is no UUIDv7: %v", key, err)
		}
		if at := time.Unix(id.Time().UnixTime()); at.Before(began) || at.After(time.Now().Add(time.Second)) {
			t.Fatalf("%q is of %v", key, at)
		}
		if key <= last {
			t.Fatalf("%q comes after %q", key, last)
		}
		last = key
	}
}

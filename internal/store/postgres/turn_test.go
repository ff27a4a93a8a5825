package postgres

import (
	"testing"

	"github.com/jackc/pgx/v5"
)

// An answer that breaks off after some rows says nothing of the keys that it did not come to.
func TestHalfAnAnswerMakesNothingAbsent(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	conn, err := pgx.Connect(t.Context(), p.server.DSN(p.database))
	if err != nil {
		t.Fatal(err)
	}
	defer disconnect(conn)
	// The rows are made while they are sent; the third one of the half cannot be.
	asked := [][]byte{{0, 0, 0, 0, 0, 0, 0, 1}, {0, 0, 0, 0, 0, 0, 0, 2}, {0, 0, 0, 0, 0, 0, 0, 3}, {0, 0, 0, 0, 0, 0, 0, 9}}
	for _, tt := range []struct {
		name, statement string
		whole           bool
	}{
		{"whole", `select int8send(i), int8send(i) from generate_series(1, 3) i`, true},
		{"half", `select int8send(i), int8send(10 / (3 - i)) from generate_series(1, 3) i`, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := &committer{cache: newCache(1 << 20)}
			rows, err := conn.Query(t.Context(), tt.statement)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.learn(rows, asked); (err == nil) != tt.whole {
				t.Fatalf("learn: %v", err)
			}
			for i, key := range asked {
				value, known := c.cache.get(key)
				if known != tt.whole {
					t.Errorf("key %d is known: %t", i, known)
				}
				if tt.whole && (value == nil) != (i == 3) {
					t.Errorf("key %d has the value %v", i, value)
				}
			}
		})
	}
}

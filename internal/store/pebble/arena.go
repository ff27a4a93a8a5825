package pebble

// Sizes of the chunks of an arena, in bytes. Small transactions stay small, large ones allocate seldom.
const (
	firstChunk = 1 << 9
	lastChunk  = 1 << 16
)

// arena copies byte slices into shared chunks, so that a transaction costs few allocations. A chunk lives as long as any
// slice of it: nothing is reused, so a slice stays what it was.
type arena struct {
	rest []byte
	next int
	// exact gives each slice memory of its own.
	exact bool
}

// take returns an empty slice with room for exactly n bytes.
func (a *arena) take(n int) []byte {
	if n > lastChunk/8 || a.exact {
		return make([]byte, 0, n)
	}
	if n > len(a.rest) || a.rest == nil {
		a.grow(n)
	}
	room := a.rest[:0:n]
	a.rest = a.rest[n:]
	return room
}

func (a *arena) grow(n int) {
	a.next = max(firstChunk, min(2*a.next, lastChunk))
	for a.next < n {
		a.next *= 2
	}
	a.rest = make([]byte, a.next)
}

// copy returns a copy of b that is never nil.
func (a *arena) copy(b []byte) []byte {
	return append(a.take(len(b)), b...)
}

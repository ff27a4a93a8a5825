package postgres

import "github.com/parley-interop/parley/internal/store"

// scanned remembers how ranges began that updates have scanned, as the cache remembers keys, and with the same care. The hashes
// that other brokers leave of their changes say nothing about ranges, so any change of theirs clears it.
//
// A range is filed under the prefix that all its keys share. A key that changes makes it forget what is filed under any prefix
// of that key, which is all that can be wrong now, and a little more.
type scanned struct {
	shelves map[string]map[bounds]page
	lengths map[int]int // how many shelves have a prefix of a length
	size    int         // in bytes, by and large
	limit   int
}

// bounds are a range and its direction.
type bounds struct {
	from, to string
	open     bool // there is no upper bound
	reverse  bool
}

// page is how a range begins.
type page struct {
	pairs []store.Pair
	whole bool // there is no more
}

// maxRemembered is the largest page that is remembered, in bytes.
const maxRemembered = 64 << 10

func newScanned(limit int) *scanned {
	s := &scanned{limit: limit}
	s.clear()
	return s
}

func (s *scanned) clear() {
	s.shelves, s.lengths, s.size = make(map[string]map[bounds]page), make(map[int]int), 0
}

// get returns the first pairs of a range, at most limit of them where limit is above zero, if they are known.
func (s *scanned) get(r store.Range, limit int) (pairs []store.Pair, known bool) {
	found, known := s.shelves[prefix(r)][boundsOf(r)]
	switch {
	case !known:
		return nil, false
	case limit > 0 && len(found.pairs) >= limit:
		return found.pairs[:limit], true
	default:
		return found.pairs, found.whole
	}
}

// put notes how a range begins. Nobody may change the pairs.
func (s *scanned) put(r store.Range, pairs []store.Pair, whole bool) {
	size := len(r.From) + len(r.To) + cachedOverhead
	for _, p := range pairs {
		size += len(p.Key) + len(p.Value) + cachedOverhead
	}
	if size > maxRemembered {
		return
	}
	s.size += size
	if s.size > s.limit {
		s.clear()
		s.size = size
	}
	shelf := prefix(r)
	if s.shelves[shelf] == nil {
		s.shelves[shelf] = make(map[bounds]page)
		s.lengths[len(shelf)]++
	}
	s.shelves[shelf][boundsOf(r)] = page{pairs, whole}
}

// forget drops the ranges that a key may be in.
func (s *scanned) forget(key string) {
	for length := range s.lengths {
		if length <= len(key) {
			s.drop(key[:length])
		}
	}
}

// drop drops a shelf. Its size stays counted until the next clear, which so comes a little early.
func (s *scanned) drop(shelf string) {
	if _, there := s.shelves[shelf]; !there {
		return
	}
	delete(s.shelves, shelf)
	s.lengths[len(shelf)]--
	if s.lengths[len(shelf)] == 0 {
		delete(s.lengths, len(shelf))
	}
}

func boundsOf(r store.Range) bounds {
	return bounds{from: string(r.From), to: string(r.To), open: r.To == nil, reverse: r.Reverse}
}

// prefix returns what all keys of a range begin with: what its bounds share.
func prefix(r store.Range) string {
	n := 0
	for n < len(r.From) && n < len(r.To) && r.From[n] == r.To[n] {
		n++
	}
	return string(r.From[:n])
}

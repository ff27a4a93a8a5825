package call

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// connection is one stream of a device of a user.
type connection struct{ user, device, stream string }

// news is what the store is to be told of a stream: that it has come or, with gone, that it has ended.
type news struct {
	connection

	lease string
	gone  bool
}

// devices are the streams of devices that this broker serves, and what the store knows of them. Its methods may be called
// from any goroutine.
type devices struct {
	mu sync.Mutex
	// lease is what streams are noted under; empty while there is none.
	lease string
	// open are the streams that are open.
	open map[connection]presenceOf
	// left has the lease of each stream that has ended and that the store may still know of.
	left map[connection]string
}

// presenceOf is what the store was told of an open stream: the lease that it is noted under, if that is certain.
type presenceOf struct {
	lease string
	sure  bool
}

func newDevices() *devices {
	return &devices{open: map[connection]presenceOf{}, left: map[connection]string{}}
}

// current returns the lease, and how many streams are open.
func (d *devices) current() (lease string, open int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.lease, len(d.open)
}

// take begins to use a lease.
func (d *devices) take(lease string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lease = lease
}

// renounce stops to use a lease.
func (d *devices) renounce(lease string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.lease == lease {
		d.lease = ""
	}
}

// enter adds a stream.
func (d *devices) enter(c connection) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open[c] = presenceOf{}
}

// leave takes a stream out. It reports whether the store may know of it.
func (d *devices) leave(c connection) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	lease := d.open[c].lease
	delete(d.open, c)
	if lease != "" {
		d.left[c] = lease
	}
	return lease != ""
}

// unnoted returns some of the streams of which the store was not told yet, in the order of their users and devices.
func (d *devices) unnoted(most int) []connection {
	out := d.someUnnoted(most)
	slices.SortFunc(out, func(a, b connection) int {
		return cmp.Or(strings.Compare(a.user, b.user), strings.Compare(a.device, b.device))
	})
	return out
}

func (d *devices) someUnnoted(most int) (out []connection) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for c := range d.left {
		if len(out) == most {
			return out
		}
		out = append(out, c)
	}
	for c, p := range d.open {
		if len(out) == most {
			return out
		}
		if !p.sure || p.lease != d.lease {
			out = append(out, c)
		}
	}
	return out
}

// news is what is to be told of some streams. Those that have come are noted under a lease.
func (d *devices) news(streams []connection, lease string) (out []news) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, c := range streams {
		if before, gone := d.left[c]; gone {
			out = append(out, news{c, before, true})
		} else if _, open := d.open[c]; open {
			d.open[c] = presenceOf{lease: lease}
			out = append(out, news{c, lease, false})
		}
	}
	return out
}

// noted remembers what the store was told. A stream that has ended meanwhile may have been noted after its end: it is told of
// again.
func (d *devices) noted(told []news) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, n := range told {
		p, open := d.open[n.connection]
		switch {
		case n.gone:
			delete(d.left, n.connection)
		case !open:
			d.left[n.connection] = n.lease
		case p.lease == n.lease:
			d.open[n.connection] = presenceOf{n.lease, true}
		}
	}
}

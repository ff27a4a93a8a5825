package relay

import (
	"net"
	"testing"
	"time"
)

// BenchmarkVoice relays packets of the size of a voice from one leg to another, each through two relayed addresses. What is
// sent is never far ahead of what has come, so that nothing is lost.
func BenchmarkVoice(b *testing.B) {
	const size, ahead = 160, 64
	r := start(b, newLegs("1", "2"))
	from := allocate(b, client(b, r.grant(b, "1", "anna"), "turn udp"))
	to := allocate(b, client(b, r.grant(b, "2", "ben"), "turn udp"))
	voice := make([]byte, size)
	for _, way := range []struct{ a, b net.PacketConn }{{to, from}, {from, to}} {
		if _, err := way.a.WriteTo(voice, way.b.LocalAddr()); err != nil {
			b.Fatal(err)
		}
	}
	arrived := make(chan struct{}, ahead)
	for range ahead {
		arrived <- struct{}{}
	}
	go func() {
		for in := make([]byte, maxDatagram); ; {
			if _, _, err := to.ReadFrom(in); err != nil {
				return
			}
			select {
			case arrived <- struct{}{}:
			default: // what was sent before the measurement
			}
		}
	}()
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		select {
		case <-arrived:
		case <-time.After(time.Second): // a packet was lost, as UDP may
		}
		if _, err := from.WriteTo(voice, to.LocalAddr()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "packets/s")
}

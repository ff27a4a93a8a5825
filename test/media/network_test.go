package media_test

import (
	"net"
	"strings"
	"sync"
	"testing"
)

// network is what stands between a peer and the relay, and can be lost. It carries UDP.
type network struct {
	front *net.UDPConn
	relay *net.UDPAddr
	ended sync.WaitGroup

	mu    sync.Mutex
	lost  bool
	paths map[string]*net.UDPConn // to the relay, one for each socket of the peer
}

// lay makes a network that leads to a relay.
func lay(t *testing.T, relay string) *network {
	t.Helper()
	to, err := net.ResolveUDPAddr("udp4", relay)
	must(t, err)
	front, err := net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	must(t, err)
	n := &network{front: front, relay: to, paths: map[string]*net.UDPConn{}}
	n.ended.Go(n.carry)
	t.Cleanup(n.lose)
	return n
}

func (n *network) address() string { return n.front.LocalAddr().String() }

// carry takes what the peer sends to the relay.
func (n *network) carry() {
	for b := make([]byte, 2000); ; {
		size, from, err := n.front.ReadFromUDP(b)
		if err != nil {
			return
		}
		if path := n.path(from); path != nil {
			_, _ = path.Write(b[:size]) // what is lost is lost
		}
	}
}

// path returns the way to the relay of a socket of the peer; nil where the network is lost.
func (n *network) path(from *net.UDPAddr) *net.UDPConn {
	n.mu.Lock()
	defer n.mu.Unlock()
	if known := n.paths[from.String()]; known != nil || n.lost {
		return known
	}
	path, err := net.DialUDP("udp4", nil, n.relay)
	if err != nil {
		return nil
	}
	n.paths[from.String()] = path
	n.ended.Go(func() {
		for b := make([]byte, 2000); ; {
			size, err := path.Read(b)
			if err != nil {
				return
			}
			_, _ = n.front.WriteToUDP(b[:size], from) // what is lost is lost
		}
	})
	return path
}

// lose cuts everything.
func (n *network) lose() {
	n.mu.Lock()
	n.lost = true
	_ = n.front.Close() // it may be lost already
	for _, path := range n.paths {
		_ = path.Close()
	}
	n.mu.Unlock()
	n.ended.Wait()
}

// A peer loses its network in the middle of a call, and with it its stream of events. It comes back in another network,
// restarts ICE with a new credential, and the call goes on: the sound is there again, and the call has one end.
func TestAPeerComesBack(t *testing.T) {
	b := start(t)
	anna, ben := newPeer(t, b, "Anna", "udp"), newPeer(t, b, "Ben", "udp")
	relay := b.relayAddress()
	before := lay(t, relay)
	ben.through = before.address()
	anna.start(ben.rawID)
	anna.ear.await(t, enough/2)
	ben.ear.await(t, enough/2)
	anna.events.await(t, "CONNECTED")
	ben.events.await(t, "CONNECTED")

	before.lose()
	ben.disconnect()
	anna.events.await(t, "leg_lost")
	anna.ice.await(t, "disconnected")
	ben.ice.await(t, "disconnected")
	annaHeard, _, _ := anna.ear.heard()
	benHeard, _, _ := ben.ear.heard()

	ben.through = lay(t, relay).address()
	ben.connect()
	anna.events.await(t, "leg_recovered")
	ben.events.await(t, "leg_recovered")
	ben.restart()
	anna.ear.await(t, annaHeard+enough)
	ben.ear.await(t, benHeard+enough)
	anna.relayed()
	ben.relayed()
	anna.hangUp()
	for name, p := range map[string]*peer{"Anna": anna, "Ben": ben} {
		p.events.await(t, "call ended COMPLETED")
		finished(t, p)
		packets, lost, disorder := p.ear.heard()
		t.Logf("%s heard %d packets, and %d not that were sent while the network was lost", name, packets, lost)
		if disorder > 0 {
			t.Errorf("%s: of %d packets, %d came out of order", name, packets, disorder)
		}
		if got := strings.Join(p.events.all(), ", "); p.events.count("leg_lost") != 1 || p.events.count("leg_recovered") != 1 || strings.Contains(got, "FAILED") {
			t.Errorf("%s saw %s", name, got)
		}
	}
}

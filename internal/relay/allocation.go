package relay

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/netip"
	"sync"
	"time"

	"github.com/pion/stun/v4"
	"github.com/pion/turn/v5"

	"github.com/parley-interop/parley/internal/limit"
)

const (
	// maxDatagram is the largest datagram that is relayed, in bytes, as the TURN server has it.
	maxDatagram = 1600
	// tries is how often a free port is looked for.
	tries = 100
	// attemptsPerSecond and attemptBurst bound the allocations that are asked for with the credentials of one leg.
	attemptsPerSecond, attemptBurst = 10, 100
	// lookup is how long the relay waits to be told whether a leg lives.
	lookup = time.Second
)

// authenticate returns who a credential is of and the key that proves it. Time and leg are looked at where something is to
// be allocated; what was allocated goes on until its leg ends, whatever the time of the credential.
func (r *Relay) authenticate(a *turn.RequestAttributes) (string, []byte, bool) {
	n, err := decode(r.options.Key, a.Username)
	if err != nil || a.Realm != realm {
		r.figures.refuse(refusedCredential)
		return "", nil, false
	}
	if a.Method == stun.MethodAllocate && !r.mayAllocate(n) {
		r.figures.refuse(refusedCredential)
		return "", nil, false
	}
	return n.name(), turn.GenerateAuthKey(a.Username, a.Realm, password(r.options.Key, a.Username)), true
}

func (r *Relay) mayAllocate(n userName) bool {
	if !r.options.Clock().Before(n.expire) || r.attempts.Take(limit.Name{Of: n.callID, In: n.legID}, 1, attemptsPerSecond, attemptBurst) > 0 {
		return false
	}
	if r.legs.knows(n.holder) {
		return true
	}
	ctx, cancel := context.WithTimeout(context.Background(), lookup)
	defer cancel()
	lives, err := r.options.Legs.LegLives(ctx, n.callID, n.legID)
	if err != nil {
		r.options.Log.Warn("relay: whether a leg lives is not known", "error", err)
	}
	return lives && err == nil
}

// withinQuota answers a request for an allocation before it is made; false is error 486 of TURN.
func (r *Relay) withinQuota(name, _ string, _ net.Addr) bool {
	h, ok := parseHolder(name)
	if ok && r.users.hasRoom(h.user) {
		return true
	}
	r.figures.refuse(refusedQuota)
	return false
}

var (
	errDraining    = errors.New("the relay is shutting down")
	errUnsupported = errors.New("the relay has UDP only, and chooses the port itself")
	errQuota       = errors.New("the user has as many allocations as it may")
	errPorts       = errors.New("no relayed port is free")
)

// Validate is for the TURN server.
func (r *Relay) Validate() error { return nil }

// AllocateListener refuses the TURN server an allocation for TCP: media is UDP, and TCP reaches what it should not.
func (r *Relay) AllocateListener(turn.AllocateListenerConfig) (net.Listener, net.Addr, error) {
	return nil, nil, errUnsupported
}

// AllocateConn refuses the TURN server a connection.
func (r *Relay) AllocateConn(turn.AllocateConnConfig) (net.Conn, error) { return nil, errUnsupported }

// AllocatePacketConn makes a relayed address for the TURN server.
func (r *Relay) AllocatePacketConn(c turn.AllocateListenerConfig) (net.PacketConn, net.Addr, error) {
	h, ok := parseHolder(c.UserID)
	switch {
	case r.draining.Load():
		return nil, nil, errDraining
	case !ok || c.RequestedPort != 0 || c.Network != "udp"+r.family():
		return nil, nil, errUnsupported
	}
	s, ok := r.users.take(h.user)
	if !ok {
		return nil, nil, errQuota
	}
	a, err := r.bind(h, s)
	if err != nil {
		r.users.release(h.user)
		r.figures.refuse(refusedPorts)
		return nil, nil, err
	}
	if !r.legs.add(a) {
		return nil, nil, errors.Join(errDraining, a.Close())
	}
	r.figures.made.Add(1)
	return a, net.UDPAddrFromAddrPort(netip.AddrPortFrom(r.options.PublicIP, a.port)), nil
}

// bind binds a free relayed port.
func (r *Relay) bind(h holder, s *share) (*allocation, error) {
	first, count := int(r.options.Ports[0]), int(r.options.Ports[1])-int(r.options.Ports[0])+1
	for range tries {
		port := uint16(first + rand.IntN(count)) //nolint:gosec // it spreads ports, and keeps nobody out
		conn, err := net.ListenUDP("udp"+r.family(), net.UDPAddrFromAddrPort(netip.AddrPortFrom(r.options.Listen.Addr(), port)))
		if err != nil {
			continue
		}
		a := &allocation{UDPConn: conn, relay: r, holder: h, share: s, port: port}
		a.release = sync.OnceValue(a.end)
		r.guard.ports.set(port, true)
		return a, nil
	}
	return nil, fmt.Errorf("%w: of %d to %d, %d were tried", errPorts, r.options.Ports[0], r.options.Ports[1], tries)
}

// allocation is a relayed address of a leg. What it carries is counted, kept to the user's share and to where the guard
// lets it go.
type allocation struct {
	*net.UDPConn

	relay   *Relay
	holder  holder
	share   *share
	port    uint16
	release func() error
	// held is what the registry keeps it in; the registry guards it.
	held *held
}

// WriteTo sends what comes from the leg's client to a peer. What may not go there is lost.
func (a *allocation) WriteTo(p []byte, to net.Addr) (int, error) {
	peer, ok := addrPort(to)
	if ok {
		peer, ok = a.relay.guard.outwards(peer)
	}
	switch {
	case !ok:
		a.relay.figures.lose(lostAddress)
		return len(p), nil
	case !a.share.carry(len(p)):
		a.relay.figures.lose(lostBandwidth)
		return len(p), nil
	}
	a.relay.figures.sent.Add(int64(len(p)))
	return a.UDPConn.WriteToUDPAddrPort(p, peer)
}

// ReadFrom takes what comes from a peer to the leg's client.
func (a *allocation) ReadFrom(p []byte) (int, net.Addr, error) {
	for {
		n, from, err := a.UDPConn.ReadFromUDPAddrPort(p)
		if err != nil {
			return n, nil, err
		}
		peer, ok := a.relay.guard.inwards(from)
		switch {
		case !ok:
			a.relay.figures.lose(lostAddress)
		case !a.share.carry(n):
			a.relay.figures.lose(lostBandwidth)
		default:
			a.relay.figures.received.Add(int64(n))
			return n, net.UDPAddrFromAddrPort(peer), nil
		}
	}
}

// Close gives the address back. The TURN server then forgets the allocation.
func (a *allocation) Close() error { return a.release() }

func (a *allocation) end() error {
	err := a.UDPConn.Close()
	a.relay.guard.ports.set(a.port, false)
	a.relay.users.release(a.holder.user)
	a.relay.legs.remove(a)
	return err
}

func addrPort(a net.Addr) (netip.AddrPort, bool) {
	u, ok := a.(*net.UDPAddr)
	if !ok {
		return netip.AddrPort{}, false
	}
	return u.AddrPort(), true
}

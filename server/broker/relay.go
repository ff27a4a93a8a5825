package broker

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"strconv"
	"strings"

	"github.com/parley-interop/parley/internal/relay"
)

// startRelay starts the relay for the calls, if the configuration has one.
func (b *Broker) startRelay(ctx context.Context, certificate *certificate) error {
	if b.config.RelayListen == "" {
		return nil
	}
	options, err := b.config.relayOptions()
	if err != nil {
		return err
	}
	if options.Key, err = relay.Key(ctx, b.store); err != nil {
		return err
	}
	options.Legs, options.Log, options.Meter = b.calls, b.log, b.telemetry.meter
	if certificate != nil {
		options.TLS = certificate.tlsConfig()
	}
	if b.relay, err = relay.Start(ctx, options); err != nil {
		return fmt.Errorf("start the relay: %w", err)
	}
	b.calls.UseRelay(b.relay)
	return nil
}

// relayOptions reads what the configuration says of the relay.
func (c Config) relayOptions() (o relay.Options, err error) {
	if o.Listen, err = netip.ParseAddrPort(c.RelayListen); err != nil {
		return o, fmt.Errorf("--relay-listen %q is no IP address with a port: %w", c.RelayListen, err)
	}
	if c.RelayPublicIP != "" {
		if o.PublicIP, err = netip.ParseAddr(c.RelayPublicIP); err != nil || o.PublicIP.Zone() != "" {
			return o, fmt.Errorf("--relay-public-ip %q is no IP address", c.RelayPublicIP)
		}
	}
	if !o.PublicIP.IsValid() && o.Listen.Addr().IsUnspecified() {
		return o, fmt.Errorf("--relay-listen %s is every address of this machine: say with --relay-public-ip by which one others reach it", c.RelayListen)
	}
	if o.PublicIP.IsValid() && o.PublicIP.Unmap().Is4() != o.Listen.Addr().Unmap().Is4() {
		return o, fmt.Errorf("--relay-public-ip %s and --relay-listen %s are of two families of addresses", c.RelayPublicIP, c.RelayListen)
	}
	if o.Ports, err = portRange(c.RelayPorts); err != nil {
		return o, fmt.Errorf("--relay-ports %q: %w", c.RelayPorts, err)
	}
	for _, text := range c.RelayAllow {
		p, err := netip.ParsePrefix(text)
		if err != nil || p.Addr().Is4In6() {
			return o, fmt.Errorf("--relay-allow %q is no range of addresses like 10.0.0.0/8", text)
		}
		o.Allow = append(o.Allow, p.Masked())
	}
	if c.RelayAllocations < 1 || c.RelayKbitPerSecond < 0 {
		return o, errors.New("--relay-allocations must be at least 1, and --relay-kbit-per-second not negative")
	}
	o.Host, o.Only, o.MaxAllocations, o.BytesPerSecond = c.RelayHost, c.RelayOnly, c.RelayAllocations, c.RelayKbitPerSecond*1000/8
	return o, nil
}

// portRange reads a range like 49152-65535.
func portRange(text string) (ports [2]uint16, err error) {
	first, last, ok := strings.Cut(text, "-")
	for i, s := range []string{first, last} {
		n, err := strconv.ParseUint(s, 10, 16)
		if err != nil || n == 0 || !ok {
			return ports, errors.New("it is no range of ports like 49152-65535")
		}
		ports[i] = uint16(n)
	}
	if ports[0] > ports[1] {
		return ports, errors.New("the first port comes after the last")
	}
	return ports, nil
}

// validateRelay refuses a relay that cannot work.
func (c Config) validateRelay() error {
	if c.RelayListen == "" {
		return nil
	}
	_, err := c.relayOptions()
	return err
}

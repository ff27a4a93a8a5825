package broker

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func relayConfig(changes ...func(*Config)) Config {
	c := Config{
		Listen: "127.0.0.1:0", MaxStreams: 1, MessagesPerSecond: 1, MessageBurst: 1, RingTimeout: time.Minute, ConnectTimeout: time.Minute, LostGrace: time.Minute,
		StoreCacheMiB: 1, ReserveMiB: 1, RelayListen: "127.0.0.1:3478", RelayPorts: "49152-65535", RelayAllocations: 50, RelayKbitPerSecond: 8,
	}
	for _, change := range changes {
		change(&c)
	}
	return c
}

func TestRelayConfiguration(t *testing.T) {
	c := relayConfig(func(c *Config) {
		c.RelayListen, c.RelayPublicIP, c.RelayHost, c.RelayOnly = "0.0.0.0:3478", "198.51.100.7", "turn.example", true
		c.RelayAllow = []string{"10.1.2.3/8", "fd00::/8"}
	})
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	o, err := c.relayOptions()
	if err != nil {
		t.Fatal(err)
	}
	got := []any{o.Listen.String(), o.PublicIP.String(), o.Host, o.Ports, o.Only, o.MaxAllocations, o.BytesPerSecond, len(o.Allow), o.Allow[0].String()}
	want := []any{"0.0.0.0:3478", "198.51.100.7", "turn.example", [2]uint16{49152, 65535}, true, 50, 1000, 2, "10.0.0.0/8"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("options (-want +got):\n%s", diff)
	}
}

func TestRelayConfigurationsThatCannotWork(t *testing.T) {
	tests := []struct {
		name, want string
		change     func(*Config)
	}{
		{"a name to listen on", "--relay-listen", func(c *Config) { c.RelayListen = "localhost:3478" }},
		{"no port", "--relay-listen", func(c *Config) { c.RelayListen = "127.0.0.1" }},
		{"every address", "--relay-public-ip", func(c *Config) { c.RelayListen = "0.0.0.0:3478" }},
		{"a public name", "--relay-public-ip", func(c *Config) { c.RelayPublicIP = "turn.example" }},
		{"two families", "families", func(c *Config) { c.RelayPublicIP = "2001:db8::1" }},
		{"one port", "--relay-ports", func(c *Config) { c.RelayPorts = "5000" }},
		{"ports backwards", "--relay-ports", func(c *Config) { c.RelayPorts = "6000-5000" }},
		{"port zero", "--relay-ports", func(c *Config) { c.RelayPorts = "0-5000" }},
		{"too high a port", "--relay-ports", func(c *Config) { c.RelayPorts = "5000-70000" }},
		{"an address to allow", "--relay-allow", func(c *Config) { c.RelayAllow = []string{"10.0.0.1"} }},
		{"a mapped range", "--relay-allow", func(c *Config) { c.RelayAllow = []string{"::ffff:10.0.0.0/104"} }},
		{"no allocations", "--relay-allocations", func(c *Config) { c.RelayAllocations = 0 }},
		{"less than nothing", "--relay-kbit-per-second", func(c *Config) { c.RelayKbitPerSecond = -1 }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := relayConfig(tt.change).Validate(); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want something of %s", err, tt.want)
			}
		})
	}
	off := relayConfig(func(c *Config) { c.RelayListen, c.RelayPorts, c.RelayAllocations = "", "", 0 })
	if err := off.Validate(); err != nil {
		t.Errorf("without a relay: %v", err)
	}
}

// The relay serves TLS with the certificate of the broker, and sees a new one as soon.
func TestRelayOverTLS(t *testing.T) {
	dir := t.TempDir()
	cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	writeCertificate(t, cert, key, 1)
	c := relayConfig(func(c *Config) {
		c.RelayListen, c.DataDir, c.TLSCert, c.TLSKey = "127.0.0.1:0", dir, cert, key
	})
	b, err := Open(t.Context(), c, slog.New(slog.DiscardHandler), "test")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := b.Shutdown(); err != nil {
			t.Error(err)
		}
	}()
	g, err := b.relay.Grant("0193a2b0-0000-7000-8000-000000000001", "1", "anna")
	if err != nil || len(g.GetUrls()) != 3 || !strings.HasPrefix(g.GetUrls()[2], "turns:") {
		t.Fatalf("got %v, %v", g.GetUrls(), err)
	}
	address := strings.TrimSuffix(strings.TrimPrefix(g.GetUrls()[2], "turns:"), "?transport=tcp")
	for serial := range int64(2) {
		writeCertificate(t, cert, key, serial+1)
		if got := shownSerial(t, address); got != serial+1 {
			t.Errorf("a connection sees certificate %d, want %d", got, serial+1)
		}
	}
}

func shownSerial(t *testing.T, address string) int64 {
	t.Helper()
	conn, err := (&tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true}}).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	secure, ok := conn.(*tls.Conn)
	if !ok {
		t.Fatalf("no TLS connection: %T", conn)
	}
	return secure.ConnectionState().PeerCertificates[0].SerialNumber.Int64()
}

// writeCertificate puts a new self-signed certificate in place, the key before it, as a change of either is seen.
func writeCertificate(t *testing.T, cert, key string, serial int64) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(serial), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	signed, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []struct {
		name, kind string
		content    []byte
	}{{key, "PRIVATE KEY", encoded}, {cert, "CERTIFICATE", signed}} {
		if err := os.WriteFile(file.name, pem.EncodeToMemory(&pem.Block{Type: file.kind, Bytes: file.content}), 0o600); err != nil {
			t.Fatal(err)
		}
		// A file system may be too coarse to tell two changes apart; each certificate is of a time of its own.
		if at := time.Now().Add(time.Duration(serial) * time.Minute); os.Chtimes(file.name, at, at) != nil {
			t.Fatal("the time of the file cannot be set")
		}
	}
}

package e2e_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
)

// The certificate is replaced while the broker runs: connections that are open go on, and new ones see the new one.
func TestTLSCertificateIsReplaced(t *testing.T) {
	folder := t.TempDir()
	cert, key := filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	writeCertificate(t, cert, key, 1)
	// TLS is what lets the broker listen beyond loopback.
	b := start(t, t.TempDir(), "--listen", "0.0.0.0:0", "--tls-cert", cert, "--tls-key", key)
	_, port, err := net.SplitHostPort(b.address)
	if err != nil {
		t.Fatal(err)
	}
	b.address, b.transport = net.JoinHostPort("127.0.0.1", port), []string{"-cacert", cert}
	const getCaller = "parley.identity.v1.IdentityService/GetCaller"
	b.must(t, b.credentials.OperatorKey, getCaller, "{}", &identityv1.GetCallerResponse{})
	before := dialTLS(t, b, cert)

	writeCertificate(t, cert, key, 2)
	if got := servedSerial(t, b); got != 2 {
		t.Errorf("a new connection sees certificate %d, want 2", got)
	}
	b.must(t, b.credentials.OperatorKey, getCaller, "{}", &identityv1.GetCallerResponse{})
	before() // this connection was made with the first certificate

	if err := os.WriteFile(cert, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := servedSerial(t, b); got != 2 {
		t.Errorf("with a damaged file a new connection sees certificate %d, want the last good one, 2", got)
	}
}

// dialTLS opens a connection, and returns a function that makes a call on it.
func dialTLS(t *testing.T, b *broker, authority string) func() {
	t.Helper()
	trust, err := credentials.NewClientTLSFromFile(authority, "")
	if err != nil {
		t.Fatal(err)
	}
	conn, err := grpc.NewClient(b.address, grpc.WithTransportCredentials(trust))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	call := func() {
		t.Helper()
		ctx := metadata.AppendToOutgoingContext(t.Context(), "authorization", "Bearer "+b.credentials.OperatorKey)
		if _, err := identityv1.NewIdentityServiceClient(conn).GetCaller(ctx, &identityv1.GetCallerRequest{}); err != nil {
			t.Errorf("a call over TLS: %v", err)
		}
	}
	call()
	return call
}

// servedSerial returns the serial number of the certificate that a new connection is shown.
func servedSerial(t *testing.T, b *broker) int64 {
	t.Helper()
	dialer := tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2"}}}
	conn, err := dialer.DialContext(t.Context(), "tcp", b.address)
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

// writeCertificate puts a new self-signed certificate for 127.0.0.1 and its key in place, each at once, as tools that renew
// certificates do.
func writeCertificate(t *testing.T, cert, key string, serial int64) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "parley test"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	signed, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	writePEM(t, cert, "CERTIFICATE", signed)
	writePEM(t, key, "PRIVATE KEY", encoded)
}

func writePEM(t *testing.T, path, kind string, content []byte) {
	t.Helper()
	fresh := path + ".new"
	if err := os.WriteFile(fresh, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: content}), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(fresh, path); err != nil {
		t.Fatal(err)
	}
}

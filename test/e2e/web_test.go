package e2e_test

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Browsers are served over TLS with the same certificate as gRPC, and see a new one as soon.
func TestWebOverTLS(t *testing.T) {
	folder := t.TempDir()
	cert, key := filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	writeCertificate(t, cert, key, 1)
	b := launch(t, parleyCommand(t.Context(), "--listen", "127.0.0.1:0", "--http-listen", "0.0.0.0:0", "--data-dir", t.TempDir(), "--tls-cert", cert, "--tls-key", key))
	first, _ := b.line()
	second, _ := b.line()
	if !strings.HasPrefix(first, "Parley serves gRPC on ") {
		t.Fatalf("the first line is %q", first)
	}
	_, address, found := strings.Cut(second, "Parley serves gRPC-Web and Connect on ")
	if !found {
		t.Fatalf("the second line is %q", second)
	}
	b.hush()
	_, port, err := net.SplitHostPort(address)
	if err != nil {
		t.Fatal(err)
	}
	for serial := range int64(2) {
		writeCertificate(t, cert, key, serial+1)
		for _, protocol := range []string{"HTTP/1.1", "HTTP/2.0"} {
			if got := servedOverHTTPS(t, "127.0.0.1:"+port, cert, protocol); got != serial+1 {
				t.Errorf("over %s a connection sees certificate %d, want %d", protocol, got, serial+1)
			}
		}
	}
}

// servedOverHTTPS asks who is calling, without a credential, and returns the serial number of the certificate that it sees.
func servedOverHTTPS(t *testing.T, address, authority, protocol string) int64 {
	t.Helper()
	pem, err := os.ReadFile(authority)
	if err != nil {
		t.Fatal(err)
	}
	trust := x509.NewCertPool()
	trust.AppendCertsFromPEM(pem)
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trust, MinVersion: tls.VersionTLS12}, ForceAttemptHTTP2: protocol == "HTTP/2.0"}
	defer transport.CloseIdleConnections()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://"+address+"/parley.identity.v1.IdentityService/GetCaller", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := (&http.Client{Transport: transport}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusUnauthorized || answer.Proto != protocol {
		t.Errorf("got %s over %s, want 401 over %s", answer.Status, answer.Proto, protocol)
	}
	return answer.TLS.PeerCertificates[0].SerialNumber.Int64()
}

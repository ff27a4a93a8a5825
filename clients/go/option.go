package parley

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

// Option changes how a client connects and calls.
type Option func(*settings)

type settings struct {
	address     string
	plaintext   bool
	tls         *tls.Config
	authorities []byte
	timeout     time.Duration
	attempts    int
	dial        []grpc.DialOption
}

func defaults(address string) settings {
	return settings{address: address, plaintext: isLoopback(address), timeout: 10 * time.Second, attempts: 5}
}

// isLoopback reports whether an address is of this machine only, where the broker serves plaintext by default.
func isLoopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		host = address
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// WithPlaintext speaks to the broker without TLS. Tokens and messages can then be read on the way.
func WithPlaintext() Option { return func(s *settings) { s.plaintext = true } }

// WithTLS speaks TLS, to loopback addresses as well. The configuration may be nil: then the certificate of the broker must be
// of an authority that the system trusts.
func WithTLS(c *tls.Config) Option {
	return func(s *settings) { s.plaintext, s.tls = false, c }
}

// WithAuthorities speaks TLS and trusts these certificate authorities, in PEM, instead of the system's.
func WithAuthorities(pem []byte) Option {
	return func(s *settings) { s.plaintext, s.authorities = false, pem }
}

// WithTimeout sets the deadline of unary calls whose context has none; 10 s unless set. Streams have no deadline.
func WithTimeout(d time.Duration) Option { return func(s *settings) { s.timeout = d } }

// WithMaxAttempts sets how often a unary call is tried at most, the first time included; 5 unless set, and 1 never tries
// again.
func WithMaxAttempts(n int) Option { return func(s *settings) { s.attempts = max(n, 1) } }

// WithDialOptions passes options to gRPC, for interceptors, statistics or a dialer.
func WithDialOptions(opts ...grpc.DialOption) Option {
	return func(s *settings) { s.dial = append(s.dial, opts...) }
}

func (s settings) transport() (credentials.TransportCredentials, error) {
	if s.plaintext {
		return insecure.NewCredentials(), nil
	}
	c := s.tls.Clone()
	if c == nil {
		c = &tls.Config{MinVersion: tls.VersionTLS12}
	}
	if s.authorities != nil {
		c.RootCAs = x509.NewCertPool()
		if !c.RootCAs.AppendCertsFromPEM(s.authorities) {
			return nil, errors.New("parley: the authorities are no certificates in PEM: they begin with -----BEGIN CERTIFICATE-----")
		}
	}
	return credentials.NewTLS(c), nil
}

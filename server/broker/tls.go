package broker

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"
)

// certificate is a certificate on disk that may be replaced while the broker runs.
type certificate struct {
	certFile, keyFile string
	log               *slog.Logger

	mu      sync.Mutex
	loaded  *tls.Certificate
	changed time.Time
}

func newCertificate(certFile, keyFile string, log *slog.Logger) (*certificate, error) {
	c := &certificate{certFile: certFile, keyFile: keyFile, log: log}
	changed, err := c.lastChange()
	if err != nil {
		return nil, err
	}
	if err := c.load(changed); err != nil {
		return nil, err
	}
	return c, nil
}

// get returns the certificate for a handshake. Files that have changed since are read anew; if they cannot be, as in the
// middle of their replacement, the certificate that works stays in use.
func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	changed, err := c.lastChange()
	if err == nil && !changed.Equal(c.changed) {
		err = c.load(changed)
	}
	if err != nil {
		c.log.Warn("tls: the new certificate cannot be used, the one before stays", "error", err)
	}
	return c.loaded, nil
}

// lastChange returns when either file was last changed.
func (c *certificate) lastChange() (time.Time, error) {
	var latest time.Time
	for _, name := range []string{c.certFile, c.keyFile} {
		info, err := os.Stat(name)
		if err != nil {
			return time.Time{}, fmt.Errorf("read TLS certificate: %w", err)
		}
		if info.ModTime().After(latest) {
			latest = info.ModTime()
		}
	}
	return latest, nil
}

func (c *certificate) load(changed time.Time) error {
	pair, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return fmt.Errorf("read TLS certificate: %w", err)
	}
	c.loaded, c.changed = &pair, changed
	return nil
}

// tlsConfig serves the certificate with TLS 1.2 or later, to who speaks one of the protocols.
func (c *certificate) tlsConfig(protocols ...string) *tls.Config {
	return &tls.Config{GetCertificate: c.get, MinVersion: tls.VersionTLS12, NextProtos: protocols}
}

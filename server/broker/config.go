// Package broker assembles the broker from its parts and runs it: the store, the domains on it, the hub, and the gRPC
// server in front. It holds wiring and no rule.
package broker

import (
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/parley-interop/parley/internal/store/engine"
	"github.com/parley-interop/parley/server/web"
)

// Config is everything that can be set. Each field is a flag, and an environment variable with the prefix PARLEY_.
type Config struct {
	Listen             string        `help:"Address to serve gRPC on. Plaintext is for loopback addresses only." default:"127.0.0.1:7755" env:"PARLEY_LISTEN"`
	HTTPListen         string        `name:"http-listen" help:"Address to serve gRPC-Web and Connect on, for browsers. Empty serves none. Plaintext is for loopback addresses only." env:"PARLEY_HTTP_LISTEN" placeholder:"HOST:PORT"`
	HTTPAllowOrigin    []string      `name:"http-allow-origin" help:"Origins whose web pages may call the broker (CORS), such as https://app.example; * lets in all, none lets in none." env:"PARLEY_HTTP_ALLOW_ORIGIN" placeholder:"ORIGIN"`
	DataDir            string        `help:"Directory of credentials.json, and of the store unless --store names a database." default:"./parley-data" env:"PARLEY_DATA_DIR"`
	Store              string        `help:"PostgreSQL database to keep everything in, which any number of brokers may share. Empty keeps it in the data directory, for one broker." env:"PARLEY_STORE" placeholder:"postgres://USER@HOST/DATABASE"`
	SynchronousCommit  string        `help:"PostgreSQL's setting of that name for the store: ${enum}. Below on, what is acknowledged may be lost with a server." enum:"on,remote_apply,remote_write,local,off" default:"on" env:"PARLEY_SYNCHRONOUS_COMMIT"`
	TLSCert            string        `name:"tls-cert" help:"Certificate chain in PEM. It is read anew when the file changes." env:"PARLEY_TLS_CERT" placeholder:"FILE"`
	TLSKey             string        `name:"tls-key" help:"Private key of the certificate in PEM." env:"PARLEY_TLS_KEY" placeholder:"FILE"`
	RelayListen        string        `help:"IP address and port to relay the media of calls on, over UDP and TCP (TURN), and over TLS where there is a certificate. Empty relays none." env:"PARLEY_RELAY_LISTEN" placeholder:"IP:PORT"`
	RelayPublicIP      string        `name:"relay-public-ip" help:"IP address by which the relay is reached, where --relay-listen is every address or stands behind NAT." env:"PARLEY_RELAY_PUBLIC_IP" placeholder:"IP"`
	RelayHost          string        `help:"Name of the relay that clients are told, as in the certificate; else the IP address." env:"PARLEY_RELAY_HOST" placeholder:"NAME"`
	RelayPorts         string        `help:"UDP ports to relay from, the first and the last." default:"49152-65535" env:"PARLEY_RELAY_PORTS"`
	RelayAllow         []string      `help:"Addresses to relay to although they are not public, such as 10.0.0.0/8." env:"PARLEY_RELAY_ALLOW" placeholder:"RANGE"`
	RelayOnly          bool          `help:"Ask clients to send all media through the relay, so that parties do not learn each other's addresses." env:"PARLEY_RELAY_ONLY"`
	RelayAllocations   int           `help:"Relayed addresses that one user may have at one time." default:"50" env:"PARLEY_RELAY_ALLOCATIONS"`
	RelayKbitPerSecond int           `help:"Media to relay for one user, both ways together, in kbit/s; what is above it is lost. 0 sets no bound." default:"20000" env:"PARLEY_RELAY_KBIT_PER_SECOND"`
	LogLevel           string        `help:"Least level to log: ${enum}." enum:"debug,info,warn,error" default:"info" env:"PARLEY_LOG_LEVEL"`
	LogFormat          string        `help:"Form of the log: ${enum}." enum:"text,json" default:"text" env:"PARLEY_LOG_FORMAT"`
	ProfileListen      string        `help:"Loopback address to serve Go's profiles on (/debug/pprof), for who wants to know where time and memory go. Empty serves none." env:"PARLEY_PROFILE_LISTEN" placeholder:"HOST:PORT"`
	OTLPEndpoint       string        `name:"otlp-endpoint" help:"OpenTelemetry collector to send traces and metrics to (OTLP over gRPC). Empty sends none." env:"PARLEY_OTLP_ENDPOINT" placeholder:"HOST:PORT"`
	OTLPInsecure       bool          `name:"otlp-insecure" help:"Speak plaintext to the collector." env:"PARLEY_OTLP_INSECURE"`
	MaxStreams         int           `help:"Streams to serve at one time." default:"100000" env:"PARLEY_MAX_STREAMS"`
	MessagesPerSecond  int           `help:"Messages, edits and receipts that one user may send to one thread, and threads it may create, in a second, in the long run." default:"1000" env:"PARLEY_MESSAGES_PER_SECOND"`
	MessageBurst       int           `help:"How many of them may come at once after a pause." default:"5000" env:"PARLEY_MESSAGE_BURST"`
	RingTimeout        time.Duration `help:"How long a party rings that is called without saying how long: 5s to 2m." default:"1m" env:"PARLEY_RING_TIMEOUT"`
	ConnectTimeout     time.Duration `help:"How long a party that has answered a call may take to have media." default:"1m" env:"PARLEY_CONNECT_TIMEOUT"`
	LostGrace          time.Duration `help:"How long a device that is lost in a call may take to come back." default:"30s" env:"PARLEY_LOST_GRACE"`
	DrainTimeout       time.Duration `help:"How long requests may go on after a signal to stop." default:"10s" env:"PARLEY_DRAIN_TIMEOUT"`
	StoreCacheMiB      int           `name:"store-cache-mib" help:"Memory for what was read from the store, in MiB." default:"64" env:"PARLEY_STORE_CACHE_MIB"`
	ReserveMiB         int           `name:"reserve-mib" help:"Free disk space below which writes are refused, in MiB." default:"256" env:"PARLEY_RESERVE_MIB"`
}

// Validate refuses a configuration that is unsafe or contradicts itself.
func (c Config) Validate() error {
	if (c.TLSCert == "") != (c.TLSKey == "") {
		return errors.New("--tls-cert and --tls-key go together: set both, or none")
	}
	if c.MaxStreams < 1 {
		return errors.New("--max-streams must be at least 1")
	}
	if c.MessagesPerSecond < 1 || c.MessageBurst < 1 {
		return errors.New("--messages-per-second and --message-burst must be at least 1")
	}
	if c.RingTimeout < 5*time.Second || c.RingTimeout > 2*time.Minute {
		return errors.New("--ring-timeout must be between 5s and 2m")
	}
	if c.ConnectTimeout < time.Second || c.LostGrace < time.Second {
		return errors.New("--connect-timeout and --lost-grace must be at least 1s")
	}
	if c.DrainTimeout < 0 {
		return errors.New("--drain-timeout must not be negative")
	}
	if c.Store != "" && !engine.IsShared(c.Store) {
		return errors.New("--store must be a URL like postgres://user@host:5432/database; without it, --data-dir says where the store is")
	}
	if c.StoreCacheMiB < 1 || c.ReserveMiB < 1 {
		return errors.New("--store-cache-mib and --reserve-mib must be at least 1")
	}
	if err := c.validateHTTP(); err != nil {
		return err
	}
	if err := c.validateRelay(); err != nil {
		return err
	}
	if err := c.validateProfileListen(); err != nil {
		return err
	}
	return c.validateListen("--listen", c.Listen)
}

// validateProfileListen holds profiles back from the network: they need no credential, and tell what is in memory.
func (c Config) validateProfileListen() error {
	if c.ProfileListen == "" {
		return nil
	}
	host, _, err := net.SplitHostPort(c.ProfileListen)
	if err != nil {
		return fmt.Errorf("--profile-listen %q is no HOST:PORT: %w", c.ProfileListen, err)
	}
	if !isLoopback(host) {
		return fmt.Errorf("--profile-listen %s is not a loopback address: profiles are for this machine only, listen on 127.0.0.1", c.ProfileListen)
	}
	return nil
}

func (c Config) validateHTTP() error {
	for _, origin := range c.HTTPAllowOrigin {
		if err := web.CheckOrigin(origin); err != nil {
			return fmt.Errorf("--http-allow-origin: %w", err)
		}
	}
	if c.HTTPListen == "" {
		if len(c.HTTPAllowOrigin) > 0 {
			return errors.New("--http-allow-origin is for browsers, who need --http-listen: set that as well")
		}
		return nil
	}
	return c.validateListen("--http-listen", c.HTTPListen)
}

func (c Config) validateListen(flag, address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("%s %q is no HOST:PORT: %w", flag, address, err)
	}
	if c.TLSCert != "" || isLoopback(host) {
		return nil
	}
	return fmt.Errorf("%s %s is not a loopback address, and there plaintext would show tokens and messages to the network: set --tls-cert and --tls-key, or listen on 127.0.0.1", flag, address)
}

// StoreAddress is where the store is: a data directory, or the URL of a database.
func (c Config) StoreAddress() string {
	if c.Store != "" {
		return c.Store
	}
	return c.DataDir
}

// isLoopback reports whether a host is this machine only. An empty host is every address of it.
func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

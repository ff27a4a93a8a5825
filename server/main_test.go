package main

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
)

func TestRunRefuses(t *testing.T) {
	tests := []struct {
		name        string
		args        []string
		environment map[string]string
		want        string
	}{
		{name: "an unknown flag", args: []string{"--port", "7755"}, want: "unknown flag --port"},
		{name: "an unknown command", args: []string{"dance"}, want: "unexpected argument dance"},
		{name: "an unknown variable", environment: map[string]string{"PARLEY_PORT": "7755"}, want: "unknown environment variable PARLEY_PORT"},
		{name: "a flag without its value", args: []string{"--listen"}, want: "--listen"},
		{name: "a value that is no number", args: []string{"--max-streams", "many"}, want: "--max-streams"},
		{name: "a variable that is no number", environment: map[string]string{"PARLEY_MAX_STREAMS": "many"}, want: "PARLEY_MAX_STREAMS"},
		{name: "a value that is no duration", args: []string{"--drain-timeout", "10"}, want: "--drain-timeout"},
		{name: "no stream at all", args: []string{"--max-streams", "0"}, want: "--max-streams must be at least 1"},
		{name: "a negative timeout", args: []string{"--drain-timeout=-1s"}, want: "--drain-timeout must not be negative"},
		{name: "a level that there is not", args: []string{"--log-level", "loud"}, want: "--log-level must be one of"},
		{name: "a form that there is not", args: []string{"--log-format", "xml"}, want: "--log-format must be one of"},
		{name: "a certificate without its key", args: []string{"--tls-cert", "cert.pem"}, want: "--tls-cert and --tls-key go together"},
		{name: "a key without its certificate", args: []string{"--tls-key", "key.pem"}, want: "--tls-cert and --tls-key go together"},
		{name: "an address without a port", args: []string{"--listen", "localhost"}, want: "is no HOST:PORT"},
		{name: "plaintext for all", args: []string{"--listen", "0.0.0.0:7755"}, want: "is not a loopback address"},
		{name: "plaintext for all by IPv6", args: []string{"--listen", "[::]:7755"}, want: "is not a loopback address"},
		{name: "plaintext for all by a variable", environment: map[string]string{"PARLEY_LISTEN": ":7755"}, want: "is not a loopback address"},
		{name: "plaintext for a name", args: []string{"--listen", "parley.example:7755"}, want: "is not a loopback address"},
		{name: "plaintext for all browsers", args: []string{"--http-listen", "0.0.0.0:7756"}, want: "--http-listen 0.0.0.0:7756 is not a loopback address"},
		{name: "an address for browsers without a port", args: []string{"--http-listen", "localhost"}, want: `--http-listen "localhost" is no HOST:PORT`},
		{name: "an origin with a path", args: []string{"--http-listen", "127.0.0.1:0", "--http-allow-origin", "https://app.example/"}, want: `"https://app.example/" is no origin`},
		{name: "origins for nothing", args: []string{"--http-allow-origin", "https://app.example"}, want: "set that as well"},
		{name: "a store that is no database", args: []string{"--store", "./parley-data"}, want: "--store must be a URL like postgres://"},
		{name: "a setting of the database that there is not", args: []string{"--synchronous-commit", "maybe"}, want: "--synchronous-commit must be one of"},
		{name: "a database that is not there", args: []string{"--listen", "127.0.0.1:0", "--store", "postgres://127.0.0.1:1/parley"}, want: "PostgreSQL"},
		{name: "tables of a directory", args: []string{"migrate"}, want: "only a postgres:// address has tables to migrate"},
		{name: "a copy of nothing", args: []string{"copy", "--from", "none", "--to", "none"}, want: "there is no store in none"},
		{name: "a copy without a target", args: []string{"copy", "--from", "none"}, want: "missing flags: --to=STORE"},
		{name: "an epoch of nothing", args: []string{"new-epoch", "--data-dir", "none"}, want: "there is no store in none"},
		{name: "a certificate that is not there", args: []string{"--listen", "127.0.0.1:0", "--tls-cert", "none.pem", "--tls-key", "none.pem"}, want: "none.pem"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			clean(t)
			t.Setenv("PARLEY_DATA_DIR", t.TempDir())
			for name, value := range test.environment {
				t.Setenv(name, value)
			}
			var stdout, stderr bytes.Buffer
			err := run(t.Context(), test.args, os.Environ(), &stdout, &stderr)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
			if stdout.Len() > 0 {
				t.Errorf("it wrote %q", stdout.String())
			}
		})
	}
}

func TestPrintConfig(t *testing.T) {
	const usual = `PARLEY_LISTEN=127.0.0.1:7755
PARLEY_HTTP_LISTEN=
PARLEY_HTTP_ALLOW_ORIGIN=
PARLEY_DATA_DIR=./parley-data
PARLEY_STORE=
PARLEY_SYNCHRONOUS_COMMIT=on
PARLEY_TLS_CERT=
PARLEY_TLS_KEY=
PARLEY_RELAY_LISTEN=
PARLEY_RELAY_PUBLIC_IP=
PARLEY_RELAY_HOST=
PARLEY_RELAY_PORTS=49152-65535
PARLEY_RELAY_ALLOW=
PARLEY_RELAY_ONLY=false
PARLEY_RELAY_ALLOCATIONS=50
PARLEY_RELAY_KBIT_PER_SECOND=20000
PARLEY_LOG_LEVEL=info
PARLEY_LOG_FORMAT=text
PARLEY_PROFILE_LISTEN=
PARLEY_OTLP_ENDPOINT=
PARLEY_OTLP_INSECURE=false
PARLEY_MAX_STREAMS=100000
PARLEY_MESSAGES_PER_SECOND=1000
PARLEY_MESSAGE_BURST=5000
PARLEY_RING_TIMEOUT=1m0s
PARLEY_CONNECT_TIMEOUT=1m0s
PARLEY_LOST_GRACE=30s
PARLEY_DRAIN_TIMEOUT=10s
PARLEY_STORE_CACHE_MIB=64
PARLEY_RESERVE_MIB=256
`
	tests := []struct {
		name        string
		args        []string
		environment map[string]string
		want        string
	}{
		{name: "the defaults", want: usual},
		{name: "a flag", args: []string{"--listen", "[::1]:1"}, want: strings.Replace(usual, "127.0.0.1:7755", "[::1]:1", 1)},
		{name: "a variable", environment: map[string]string{"PARLEY_LISTEN": "[::1]:2"}, want: strings.Replace(usual, "127.0.0.1:7755", "[::1]:2", 1)},
		{
			name: "a flag wins over a variable", args: []string{"--listen", "[::1]:1"}, environment: map[string]string{"PARLEY_LISTEN": "[::1]:2"},
			want: strings.Replace(usual, "127.0.0.1:7755", "[::1]:1", 1),
		},
		{
			name: "a list", args: []string{"--http-listen", "127.0.0.1:0", "--http-allow-origin", "https://a.example,https://b.example", "--http-allow-origin", "*"},
			want: strings.NewReplacer("HTTP_LISTEN=", "HTTP_LISTEN=127.0.0.1:0", "ALLOW_ORIGIN=", "ALLOW_ORIGIN=https://a.example,https://b.example,*").Replace(usual),
		},
		{name: "the command by its name", args: []string{"serve"}, want: usual},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			clean(t)
			for name, value := range test.environment {
				t.Setenv(name, value)
			}
			var stdout, stderr bytes.Buffer
			if err := run(t.Context(), append(test.args, "--print-config"), os.Environ(), &stdout, &stderr); err != nil {
				t.Fatal(err)
			}
			if got := stdout.String(); got != test.want {
				t.Errorf("got %s\nwant %s", got, test.want)
			}
		})
	}
}

// clean takes the broker's settings out of the environment for a test.
func clean(t *testing.T) {
	t.Helper()
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "PARLEY_") {
			t.Setenv(name, "") // so that it comes back
			if err := os.Unsetenv(name); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestErrorsTakeOneLine(t *testing.T) {
	for _, c := range []struct{ name, err, want string }{
		{"one line", "no such file", "no such file"},
		{"two causes", "first\nsecond", "first; second"},
		{"a list of causes", "failed:\n\tfirst\n\tsecond\n", "failed: first; second"},
		{"an empty line", "first\n\nsecond", "first; second"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := oneLine(errors.New(c.err)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

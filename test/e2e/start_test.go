package e2e_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

func TestStartRefuses(t *testing.T) {
	running := start(t, t.TempDir())
	tests := []struct {
		name        string
		args        []string
		environment string
		want        string
	}{
		{name: "a data directory in use", args: []string{"--listen", "127.0.0.1:0", "--data-dir", running.dir}, want: "another broker uses the data directory " + running.dir},
		{name: "an address in use", args: []string{"--listen", running.address}, want: "address already in use"},
		{name: "plaintext for all", args: []string{"--listen", "0.0.0.0:0"}, want: "0.0.0.0:0 is not a loopback address"},
		{name: "profiles for all", args: []string{"--profile-listen", "0.0.0.0:0"}, want: "profiles are for this machine only"},
		{name: "plaintext for all, without a host", args: []string{"--listen", ":0"}, want: ":0 is not a loopback address"},
		{name: "an unknown flag", args: []string{"--listenn", "127.0.0.1:0"}, want: "unknown flag --listenn"},
		{name: "an unknown variable", environment: "PARLEY_LISTENN=127.0.0.1:0", want: "PARLEY_LISTENN"},
		{name: "a certificate without its key", args: []string{"--tls-cert", "cert.pem"}, want: "--tls-cert and --tls-key go together"},
		{name: "a certificate that is not there", args: []string{"--listen", "127.0.0.1:0", "--tls-cert", "none.pem", "--tls-key", "none.pem"}, want: "none.pem: no such file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if enginetest.Shared() && strings.HasPrefix(test.want, "another broker") {
				t.Skip("a database is shared")
			}
			cmd := parleyCommand(t.Context(), test.args...)
			cmd.Env = append(cmd.Env, "PARLEY_DATA_DIR="+t.TempDir())
			if test.environment != "" {
				cmd.Env = append(cmd.Env, test.environment)
			}
			stdout, stderr, exit := finish(t, cmd)
			if exit != 1 || !strings.Contains(stderr, test.want) {
				t.Errorf("exit code %d, standard error %q; want 1 and %q", exit, stderr, test.want)
			}
			if strings.Contains(stdout, "serves gRPC") {
				t.Errorf("it said that it serves: %s", stdout)
			}
		})
	}
	running.must(t, running.credentials.OperatorKey, "parley.identity.v1.IdentityService/GetCaller", "{}", &identityv1.GetCallerResponse{})
}

func TestPrintConfig(t *testing.T) {
	cmd := parleyCommand(t.Context(), "--print-config", "--max-streams", "7")
	cmd.Env = append(cmd.Env, "PARLEY_LOG_FORMAT=json", "PARLEY_DATA_DIR="+t.TempDir())
	stdout, stderr, exit := finish(t, cmd)
	if exit != 0 || stderr != "" {
		t.Fatalf("exit code %d, standard error %q", exit, stderr)
	}
	for _, want := range []string{"PARLEY_MAX_STREAMS=7\n", "PARLEY_LOG_FORMAT=json\n", "PARLEY_LISTEN=127.0.0.1:7755\n"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("the configuration does not have %q: %s", want, stdout)
		}
	}
}

func TestCredentialsAreForTheirOwnerOnly(t *testing.T) {
	b := start(t, t.TempDir())
	info, err := os.Stat(b.credentialsPath())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := info.Mode(), fs.FileMode(0o600); got != want {
		t.Errorf("mode: got %s, want %s", got, want)
	}
	for name, prefix := range map[string]string{
		b.credentials.OperatorKey: "parley_op_", b.credentials.ResourceKeys[0]: "parley_rk_",
		b.credentials.ResourceKeys[1]: "parley_rk_", b.credentials.TenantAdminKey: "parley_tk_",
	} {
		if !strings.HasPrefix(name, prefix) {
			t.Errorf("a key begins with %q, want %q", name[:min(len(name), len(prefix))], prefix)
		}
	}
}

// The credentials of the first start stay as they are.
func TestRestartKeepsCredentials(t *testing.T) {
	b := start(t, t.TempDir())
	b.stop()
	again := start(t, b.dir)
	if again.credentials != b.credentials {
		t.Error("a second start wrote other credentials")
	}
	again.must(t, b.credentials.OperatorKey, "parley.identity.v1.IdentityService/GetCaller", "{}", &identityv1.GetCallerResponse{})
}

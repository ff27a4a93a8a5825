package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"parleyctl": main})
}

// TestScripts runs testdata/*.txtar against the real broker, each with a data directory of its own.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs the broker")
	}
	program := os.Getenv("PARLEY_BROKER")
	if program == "" {
		program = filepath.Join(t.TempDir(), "parley")
		build := exec.CommandContext(t.Context(), "go", "build", "-o", program, "./server")
		build.Dir = "../.."
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup:               func(env *testscript.Env) error { return startBroker(env, program) },
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"save": save, "code": code, "mode": mode},
	})
}

// startBroker starts the broker of one script and tells the script of it: $ADDRESS, $KEY, $ADMIN_KEY, $OPERATOR_KEY, $RESOURCE, $CREDENTIALS.
func startBroker(env *testscript.Env, program string) error {
	data := filepath.Join(env.WorkDir, ".data")
	broker := exec.CommandContext(context.Background(), program, "--listen", "127.0.0.1:0", "--data-dir", data, "--log-level", "error")
	broker.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "PARLEY_") })
	output, err := broker.StdoutPipe()
	if err != nil {
		return err
	}
	if err := broker.Start(); err != nil {
		return err
	}
	env.Defer(func() {
		_ = broker.Process.Signal(syscall.SIGTERM)
		_ = broker.Wait()
	})
	lines := bufio.NewReader(output)
	first, err := lines.ReadString('\n')
	if err != nil {
		return fmt.Errorf("the broker says nothing: %w", err)
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	_, address, _ := strings.Cut(strings.TrimSpace(first), "serves gRPC on ")
	path := filepath.Join(data, "credentials.json")
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var keys struct {
		OperatorKey    string   `json:"operator_key"`
		ResourceID     string   `json:"resource_id"`
		ResourceKeys   []string `json:"resource_keys"`
		TenantID       string   `json:"tenant_id"`
		TenantAdminKey string   `json:"tenant_admin_key"`
	}
	if err := json.Unmarshal(content, &keys); err != nil {
		return err
	}
	for name, value := range map[string]string{
		"ADDRESS": address, "KEY": keys.ResourceKeys[0], "ADMIN_KEY": keys.TenantAdminKey, "OPERATOR_KEY": keys.OperatorKey, "CREDENTIALS": path,
		"RESOURCE": keys.ResourceID, "TENANT": keys.TenantID, "PARLEYCTL_CONFIG": filepath.Join(env.WorkDir, "contexts.yaml"),
	} {
		env.Setenv(name, value)
	}
	return nil
}

// save keeps a value of the last line of JSON on the standard output in a variable: `save NAME path`.
func save(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: save NAME path")
	}
	lines := strings.Split(strings.TrimSpace(ts.ReadFile("stdout")), "\n")
	var value any
	ts.Check(json.Unmarshal([]byte(lines[len(lines)-1]), &value))
	found := find(value, args[1])
	if found == nil {
		ts.Fatalf("%s has no %s", lines[len(lines)-1], args[1])
	}
	ts.Setenv(args[0], fmt.Sprint(found))
}

// code runs parleyctl and compares its exit code: `code 3 thread get …`.
func code(ts *testscript.TestScript, _ bool, args []string) {
	command := exec.CommandContext(context.Background(), "parleyctl", args[1:]...)
	path, err := exec.LookPath("parleyctl")
	ts.Check(err)
	command.Path = path
	for _, name := range []string{"ADDRESS", "PARLEYCTL_CONFIG", "PARLEYCTL_AS", "HOME"} {
		command.Env = append(command.Env, name+"="+ts.Getenv(name))
	}
	out, _ := command.CombinedOutput()
	ts.Logf("%s", out)
	if got := fmt.Sprint(command.ProcessState.ExitCode()); got != args[0] {
		ts.Fatalf("the exit code is %s, expected %s", got, args[0])
	}
}

// mode compares the permissions of a file: `mode 600 file`.
func mode(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := fmt.Sprintf("%o", info.Mode().Perm()); got != args[0] {
		ts.Fatalf("the mode of %s is %s, expected %s", args[1], got, args[0])
	}
}

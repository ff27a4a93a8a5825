package e2e_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// nodeFolder has the Node client.
const nodeFolder = "node"

// installNode gets the libraries of the Node client, unless those that the lock file names are there.
func installNode() error {
	for _, name := range []string{"node", "npm"} {
		if _, err := exec.LookPath(name); err != nil {
			return fmt.Errorf("the end-to-end tests need Node 20 or later with npm: install it (%w)", err)
		}
	}
	wanted, err := os.Stat(filepath.Join(nodeFolder, "package-lock.json"))
	if err != nil {
		return err
	}
	// npm writes this file last.
	installed, err := os.Stat(filepath.Join(nodeFolder, "node_modules", ".package-lock.json"))
	if err == nil && !installed.ModTime().Before(wanted.ModTime()) {
		return nil
	}
	return inFolder(nodeFolder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
}

// node starts the Node client with a command.
func (b *broker) node(t testing.TB, token string, command ...string) *nodeClient {
	t.Helper()
	args := append([]string{filepath.Join(nodeFolder, "client.mjs"), "--address", b.address, "--token", token}, command...)
	return &nodeClient{launch(t, exec.CommandContext(t.Context(), "node", args...))}
}

// nodeClient is a running Node client.
type nodeClient struct {
	*program
}

// nodeLine is a line of its output.
type nodeLine struct {
	Response json.RawMessage
	Failure  *struct {
		Code, Message, Reason string
		Metadata              map[string]string
	}
	Content string // of a message that was sent
}

// next reads the next line; false at the end.
func (n *nodeClient) next() (l nodeLine, ok bool) {
	n.t.Helper()
	text, ok := n.line()
	if !ok {
		return l, false
	}
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		n.t.Fatalf("the Node client wrote %q: %v", text, err)
	}
	return l, true
}

// done waits for the end, which must be a good one.
func (n *nodeClient) done() {
	n.t.Helper()
	if code := n.exitCode(); code != 0 {
		n.t.Fatalf("the Node client ended with %d: %s", code, n.stderr.String())
	}
}

// failure returns what the line says of a refusal; nil if it is none.
func (l nodeLine) failure(t testing.TB) *failure {
	t.Helper()
	if l.Failure == nil {
		return nil
	}
	f := &failure{reason: l.Failure.Reason, message: l.Failure.Message, metadata: l.Failure.Metadata}
	if err := f.code.UnmarshalJSON([]byte(`"` + l.Failure.Code + `"`)); err != nil {
		t.Fatal(err)
	}
	return f
}

// nodeCall calls a method with the Node client.
func (b *broker) nodeCall(t testing.TB, token, method, request string, response any) *failure {
	t.Helper()
	n := b.node(t, token, "call", method, request)
	l, ok := n.next()
	if !ok {
		t.Fatalf("the Node client has no answer: %s", n.stderr.String())
	}
	n.done()
	if f := l.failure(t); f != nil {
		return f
	}
	if err := json.Unmarshal(l.Response, response); err != nil {
		t.Fatal(err)
	}
	return nil
}

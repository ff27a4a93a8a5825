package parley_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The first program of the README is compiled and run as it stands there; what follows is compiled inside a function.
func TestReadme(t *testing.T) {
	b := needBroker(t)
	content, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(string(content), -1)
	if len(blocks) != 2 {
		t.Fatalf("the README has %d blocks of Go", len(blocks))
	}
	dir, err := os.MkdirTemp(".", "readme-test-*") //nolint:usetesting // Inside the tree, so that the program belongs to the module.
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	fragment := "package main\n\nimport (\n\t\"context\"\n\t\"errors\"\n\n\tparley \"github.com/parley-interop/parley/clients/go\"\n\tchatv1 \"github.com/parley-interop/parley/gen/go/parley/chat/v1\"\n)\n\n" +
		"func follow(ctx context.Context, anna *parley.Client, saved []byte, process func(*chatv1.SubscribeResponse) error, save func([]byte) error) error {\n" + blocks[1][1] + "}\n"
	for name, text := range map[string]string{"main.go": blocks[0][1], "follow.go": fragment} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	program := exec.CommandContext(t.Context(), "go", "run", ".")
	program.Dir = dir
	program.Env = append(os.Environ(), "PARLEY_ADDRESS="+b.Address, "PARLEY_KEY="+b.ResourceKeys[0])
	out, err := program.CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "Anna: The roof leaks." {
		t.Errorf("the program says %s, %v", out, err)
	}
}

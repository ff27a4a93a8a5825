// Package clients_test checks what all clients have in common.
package clients_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/clients.md anew")

func read(t *testing.T, path ...string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// One version for all.
func TestVersions(t *testing.T) {
	want := strings.TrimSpace(read(t, "..", "VERSION"))
	for _, place := range []struct{ file, pattern string }{
		{"go/client.go", `const Version = "(.*)"`},
		{"python/src/parley/_version.py", `__version__ = "(.*)"`},
		{"typescript/package.json", `"version": "(.*)"`},
		{"typescript/src/version.ts", `version = "(.*)"`},
		{"java/pom.xml", `<artifactId>parley-client</artifactId>\s*<version>(.*)</version>`},
		{"rust/Cargo.toml", `(?m)^version = "(.*)"$`},
	} {
		found := regexp.MustCompile(place.pattern).FindStringSubmatch(read(t, place.file))
		if found == nil {
			t.Errorf("%s: no version matches %s", place.file, place.pattern)
		} else if found[1] != want {
			t.Errorf("%s has version %s, and VERSION says %s", place.file, found[1], want)
		}
	}
	if log := read(t, "..", "CHANGELOG.md"); !strings.Contains(log, "\n## "+want) {
		t.Errorf("CHANGELOG.md says nothing of %s", want)
	}
}

// languages are the clients, as the page shows them.
var languages = []struct{ folder, name, fence, install string }{
	{"go", "Go", "go", "go get github.com/parley-interop/parley/clients/go"},
	{"python", "Python", "python", "pip install parley-interop"},
	{"typescript", "TypeScript", "ts", "npm install @parley-interop/client"},
	{"java", "Java", "java", "Maven: io.github.parley-interop:parley-client"},
	{"rust", "Rust", "rust", "cargo add parley-interop"},
}

// The page shows the first program of each client's own page, which its tests run.
func TestPage(t *testing.T) {
	var page strings.Builder
	page.WriteString(`# The same program in five languages

A backend makes a user, starts a thread as that user, sends a message, and follows the thread until it has it back. Each program is the first of
its client's own page, and runs in that client's tests. ` + "`PARLEY_KEY`" + ` is one of the ` + "`resource_keys`" + ` in the broker's ` + "`credentials.json`" + `.
`)
	for _, l := range languages {
		page.WriteString("\n## " + l.name + "\n\n`" + l.install + "` ([more](../clients/" + l.folder + "/README.md))\n\n")
		fence := regexp.MustCompile("(?s)\n```" + l.fence + "[^\n]*\n(.*?)\n```\n")
		found := fence.FindStringSubmatch(read(t, l.folder, "README.md"))
		if found == nil {
			t.Fatalf("%s/README.md has no program", l.folder)
		}
		if lines := strings.Count(strings.ReplaceAll(found[1], "\n\n", "\n"), "\n") + 1; lines > 40 {
			t.Errorf("the first program in %s has %d lines", l.name, lines)
		}
		page.WriteString("```" + l.fence + "\n" + found[1] + "\n```\n")
	}
	path := filepath.Join("..", "docs", "clients.md")
	if *update {
		if err := os.WriteFile(path, []byte(page.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(t, path); got != page.String() {
		t.Error("docs/clients.md is not what the clients' pages are: run go test ./clients -update")
	}
}

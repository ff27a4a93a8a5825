// Package clients_test checks what all clients have in common.
package clients_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
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

// places are where a version stands, beside VERSION.
var places = []struct{ file, pattern string }{
	{"clients/go/client.go", `const Version = "(.*)"`},
	{"clients/python/src/parley/_version.py", `__version__ = "(.*)"`},
	{"clients/typescript/package.json", `"version": "(.*)"`},
	{"clients/typescript/src/version.ts", `version = "(.*)"`},
	{"clients/java/pom.xml", `<artifactId>parley-client</artifactId>\s*<version>(.*)</version>`},
	{"clients/java/src/main/java/io/github/parleyinterop/Version.java", `CURRENT = "(.*)"`},
	{"clients/java/README.md", `<version>(.*)</version>`},
	{"clients/rust/Cargo.toml", `(?m)^version = "(.*)"$`},
	{"clients/rust/README.md", `parley-interop = "(.*)"`},
}

// One version for all.
func TestVersions(t *testing.T) {
	want := strings.TrimSpace(read(t, "..", "VERSION"))
	minor := want[:strings.LastIndex(want, ".")]
	for _, p := range places {
		found := regexp.MustCompile(p.pattern).FindStringSubmatch(read(t, "..", p.file))
		if found == nil {
			t.Errorf("%s: no version matches %s", p.file, p.pattern)
		} else if found[1] != want && found[1] != minor {
			t.Errorf("%s has version %s, and VERSION says %s", p.file, found[1], want)
		}
	}
	if log := read(t, "..", "CHANGELOG.md"); !strings.Contains(log, "\n## "+want) {
		t.Errorf("CHANGELOG.md says nothing of %s", want)
	}
}

// What users install has nothing of the rules that only the broker reads, nor of other options. Go is apart: its generated code is the broker's too.
func TestGeneratedCode(t *testing.T) {
	foreign := regexp.MustCompile(`buf[./_]validate|google[./_]api\b`)
	for _, folder := range []string{"java/src/generated", "python/src/parley/_gen", "typescript/src/gen", "rust/src/gen"} {
		files := 0
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) == ".pyc" {
				return err
			}
			files++
			if found := foreign.FindString(read(t, path)); found != "" {
				t.Errorf("%s has %s", path, found)
			}
			return nil
		})
		if err != nil || files == 0 {
			t.Errorf("%s has %d files, %v", folder, files, err)
		}
	}
}

// A dry run of a release says each place that it would change and each step, and changes nothing; what cannot be released is refused.
func TestRelease(t *testing.T) {
	folder := t.TempDir()
	for _, file := range []string{"VERSION", "CHANGELOG.md", "tools/release/release.sh"} {
		write(t, filepath.Join(folder, file), read(t, "..", file))
	}
	for _, p := range places {
		write(t, filepath.Join(folder, p.file), read(t, "..", p.file))
	}
	git := func(arguments ...string) string {
		return run(t, folder, "git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com"}, arguments...)...)
	}
	release := func(arguments ...string) string {
		return run(t, folder, "bash", append([]string{"tools/release/release.sh"}, arguments...)...)
	}
	commit := func() { git("add", "-A"); git("commit", "-q", "-m", "all") }
	git("init", "-q", "-b", "main")
	commit()
	for name, test := range map[string]struct{ version, want string }{
		"no version":            {"", "release.sh 0.2.0"},
		"no SemVer":             {"v2", "release.sh 0.2.0"},
		"absent from changelog": {"9.8.7", "CHANGELOG.md says nothing of 9.8.7"},
	} {
		if got := release(test.version); !strings.Contains(got, test.want) {
			t.Errorf("%s: it says %q, want %q", name, got, test.want)
		}
	}
	write(t, filepath.Join(folder, "CHANGELOG.md"), read(t, "..", "CHANGELOG.md")+"\n## 9.8.7\n")
	if got := release("9.8.7"); !strings.Contains(got, "commit them first") {
		t.Errorf("with changes in the work tree it says %q", got)
	}
	commit()
	got := release("9.8.7")
	for _, p := range places {
		if want := filepath.Base(p.file); want != "package.json" && !strings.Contains(got, p.file) {
			t.Errorf("the release leaves the version in %s", p.file)
		}
	}
	for _, want := range []string{"npm --prefix clients/typescript version", "+ make test", "+ git tag --annotate v9.8.7", "dry run: nothing was changed"} {
		if !strings.Contains(got, want) {
			t.Errorf("the dry run does not say %q", want)
		}
	}
	if status := git("status", "--porcelain"); status != "" {
		t.Errorf("the dry run has changed %s", status)
	}
	git("checkout", "-q", "-b", "other")
	if got := release("9.8.7"); !strings.Contains(got, "releases are made on main") {
		t.Errorf("on another branch it says %q", got)
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// run returns all that a command says, whether it succeeds or not.
func run(t *testing.T, folder, name string, arguments ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), name, arguments...)
	command.Dir = folder
	out, err := command.CombinedOutput()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return string(out)
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

A backend makes a user, starts a thread as that user, sends a message, and follows from the beginning until it has it back. Each program is the
first of its client's own page, and runs in that client's tests. All print "Anna: The roof leaks." ` + "`PARLEY_KEY`" + ` is one of the ` + "`resource_keys`" + ` in the broker's ` + "`credentials.json`" + `.
`)
	for _, l := range languages {
		page.WriteString("\n## " + l.name + "\n\n`" + l.install + "` ([more](../clients/" + l.folder + "/README.md))\n\n")
		fence := regexp.MustCompile("(?s)\n```" + l.fence + "[^\n]*\n(.*?)\n```\n")
		found := fence.FindStringSubmatch(read(t, l.folder, "README.md"))
		if found == nil {
			t.Fatalf("%s/README.md has no program", l.folder)
		}
		if lines := len(strings.FieldsFunc(found[1], func(r rune) bool { return r == '\n' })); lines >= 25 {
			t.Errorf("the first program in %s has %d lines of code, want less than 25", l.name, lines)
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

package e2e_test

import (
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/emptypb"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// What the walk-through of the page has that a test must not share with others.
const (
	pageAddress = "127.0.0.1:7755"
	pageFolder  = "parley-data"
)

// The walk-through works as it is written: its commands run, and the answers are those of the page.
func TestReadmeWalkThrough(t *testing.T) {
	blocks := readBlocks(t, readmeSection(t, "## A walk through it"))
	if len(blocks) < 2 || blocks[0].text != "go run ./server\n" || blocks[0].terminal != "broker" {
		t.Fatal("the walk-through does not begin with the start of the broker")
	}
	folder := filepath.Join(t.TempDir(), pageFolder)
	broker, address := runFromSource(t, folder, blocks[0].text, blocks[1].text)
	replace := strings.NewReplacer(pageAddress, address, pageFolder, folder)
	terminals := map[string]*terminal{"main": openTerminal(t), "tess": openTerminal(t)}
	for _, b := range blocks[2:] {
		at := terminals[b.terminal]
		if at == nil {
			t.Fatalf("there is no terminal %q", b.terminal)
		}
		switch {
		case b.output:
			at.want(replace.Replace(b.text))
		case b.terminal == "main":
			if b.interrupts != "" {
				terminals[b.interrupts].interrupt()
			}
			at.run(replace.Replace(b.text))
		default:
			at.write(replace.Replace(b.text))
		}
	}
	_ = syscall.Kill(-broker.cmd.Process.Pid, syscall.SIGINT)
	broker.exitCode() // that of `go run`, which takes every Ctrl-C for a failure
	if words := broker.stderr.String(); !strings.Contains(words, "stopping") || strings.Contains(words, "\nparley: ") {
		t.Errorf("the broker did not stop well after Ctrl-C: %s", words)
	}
}

// block is a block of the page: commands, or what they print.
type block struct {
	text       string
	output     bool
	terminal   string
	interrupts string // the terminal in which Ctrl-C is pressed before
}

var fence = regexp.MustCompile("(?s)\n```(sh|json|text)((?: [a-z-]+=[a-z]+)*)\n(.*?\n)```\n")

func readBlocks(t *testing.T, section string) []block {
	t.Helper()
	var blocks []block
	for _, found := range fence.FindAllStringSubmatch(section, -1) {
		b := block{text: found[3], output: found[1] != "sh", terminal: "main"}
		for _, attribute := range strings.Fields(found[2]) {
			switch name, value, _ := strings.Cut(attribute, "="); name {
			case "terminal":
				b.terminal = value
			case "ctrl-c":
				b.interrupts = value
			default:
				t.Fatalf("a block has the attribute %s", attribute)
			}
		}
		blocks = append(blocks, b)
	}
	if fences := strings.Count(section, "\n```"); fences != 2*len(blocks) {
		t.Fatalf("%d of %d fences were understood", 2*len(blocks), fences)
	}
	return blocks
}

// readmeSection returns what stands under a heading of the second level.
func readmeSection(t *testing.T, heading string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(page), "\n"+heading+"\n")
	if !ok {
		t.Fatalf("README.md has no section %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	return section
}

// runFromSource starts the broker with the page's command, on an address and a folder of its own.
func runFromSource(t *testing.T, folder, command, greeting string) (p *program, address string) {
	t.Helper()
	words := strings.Fields(command)
	run := exec.CommandContext(t.Context(), words[0], words[1:]...)
	run.Dir, run.Env = root, append(cleanEnvironment(), "PARLEY_LISTEN=127.0.0.1:0", "PARLEY_DATA_DIR="+folder)
	p = launch(t, inGroup(run))
	var lines []string
	for !slices.Contains(lines, "Ctrl-C stops it.") {
		l, ok := p.line()
		if !ok {
			t.Fatalf("%s ended with %d: %s", command, p.exitCode(), p.stderr.String())
		}
		lines = append(lines, l)
	}
	p.hush()
	_, address, _ = strings.Cut(lines[0], "serves gRPC on ")
	wantLines(t, lines, strings.NewReplacer(pageAddress, address, pageFolder, folder).Replace(greeting))
	return p, address
}

// inGroup lets a command and its children end together.
func inGroup(cmd *exec.Cmd) *exec.Cmd {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd
}

// terminal is a shell that commands are typed into.
type terminal struct {
	*program

	input   io.Writer
	printed []string
	busy    bool // a command may be running
}

// done is printed when a command has ended.
const done = "-- the terminal is ready --"

func openTerminal(t *testing.T) *terminal {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "bash", "--norc")
	cmd.Dir = root
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{program: launch(t, inGroup(cmd)), input: input}
	// As at a keyboard, Ctrl-C ends the command and not the shell, and what goes wrong is shown.
	term.write("exec 2>&1; trap : INT\n")
	return term
}

func (term *terminal) write(commands string) {
	term.t.Helper()
	term.busy = true
	if _, err := io.WriteString(term.input, commands); err != nil {
		term.t.Fatal(err)
	}
}

// run runs commands to their end. What they print is for want; what the commands before have printed must have been wanted.
func (term *terminal) run(commands string) {
	term.t.Helper()
	if len(term.printed) > 0 {
		term.t.Fatalf("the page does not show this:\n%s", strings.Join(term.printed, "\n"))
	}
	term.write(commands)
	term.settle()
	if strings.HasPrefix(commands, "grpcurl()") {
		// It works, but takes a second each time; the program is the same.
		term.write("grpcurl -help >/dev/null 2>&1 && unset -f grpcurl && grpcurl() { " + grpcurl + " \"$@\"; }\n")
		term.settle()
	}
}

// settle waits until all commands have ended.
func (term *terminal) settle() {
	term.t.Helper()
	term.write("echo '" + done + "'\n")
	for {
		l, ok := term.line()
		if !ok {
			term.t.Fatalf("the shell has ended: %s", strings.Join(term.printed, "\n"))
		}
		if l == done {
			term.busy = false
			return
		}
		term.printed = append(term.printed, l)
	}
}

// interrupt presses Ctrl-C, and waits until the command has ended.
func (term *terminal) interrupt() {
	term.t.Helper()
	_ = syscall.Kill(-term.cmd.Process.Pid, syscall.SIGINT)
	term.settle()
	term.printed = nil
}

// want checks what was printed. While a command runs, it reads on until that is what the page shows.
func (term *terminal) want(shown string) {
	term.t.Helper()
	for pattern := patternOf(shown); term.busy && !pattern.MatchString(text(term.printed)); {
		l, ok := term.line()
		if !ok {
			break
		}
		term.printed = append(term.printed, l)
	}
	wantLines(term.t, term.printed, shown)
	term.printed = nil
}

// wantLines checks lines against what the page shows.
func wantLines(t testing.TB, lines []string, shown string) {
	t.Helper()
	if got := text(lines); !patternOf(shown).MatchString(got) {
		t.Fatalf("the page shows\n%s\nand this is printed\n%s", shown, got)
	}
}

func text(lines []string) string { return strings.Join(lines, "\n") + "\n" }

// patternOf matches what the page shows, where `…` stands for anything in a line, and alone for any number of lines.
func patternOf(shown string) *regexp.Regexp {
	var pattern strings.Builder
	pattern.WriteString(`^`)
	for line := range strings.Lines(shown) {
		if line == "…\n" {
			pattern.WriteString(`(?:[^\n]*\n)*?`)
			continue
		}
		pattern.WriteString(strings.ReplaceAll(regexp.QuoteMeta(line), "…", `[^\n]*`))
	}
	pattern.WriteString(`$`)
	return regexp.MustCompile(pattern.String())
}

// The page says of each method whether it is served.
func TestReadmeStates(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `(\\w+)` \\| .* \\| (.*)\\|$")
	said := map[string]string{}
	for _, found := range row.FindAllStringSubmatch(readmeSection(t, "## What is served"), -1) {
		said[found[1]] = found[2]
	}
	b := start(t, t.TempDir())
	w := populate(t, b)
	backend := b.credentials.ResourceKeys[0]
	callers := []*grpc.ClientConn{b.dial(t, backend, "parley-act-as", w.anna.rawID), b.dial(t, b.credentials.TenantAdminKey), b.dial(t, b.credentials.OperatorKey)}
	for _, service := range b.list(t) {
		if !strings.HasPrefix(service, "parley.") {
			continue
		}
		absent, known := said[service[strings.LastIndex(service, ".")+1:]]
		if !known {
			t.Errorf("README.md does not say what is served of %s", service)
		}
		for _, method := range b.list(t, service) {
			name := method[strings.LastIndex(method, ".")+1:]
			want := !strings.Contains(absent, "`"+name+"`") && !strings.Contains(absent, "all of it")
			if got, told := isServed(t, callers, method); told && got != want {
				t.Errorf("%s: served is %t, and README.md says %t", method, got, want)
			}
		}
	}
}

// isServed calls a method as the first caller who may. Where the request breaks a rule of the contract, that is all one is
// told.
func isServed(t *testing.T, callers []*grpc.ClientConn, method string) (served, told bool) {
	t.Helper()
	var request proto.Message = &emptypb.Empty{}
	if strings.HasSuffix(method, ".ExchangeToken") {
		request = &identityv1.ExchangeTokenRequest{Token: "token", Scopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT}}
	}
	for _, caller := range callers {
		f := callOnce(t, caller, method, request)
		if f == nil || f.reason != "CALLER_NOT_ALLOWED" {
			return f == nil || f.code != codes.Unimplemented, f == nil || f.reason != "INVALID_FIELD"
		}
	}
	t.Errorf("nobody may call %s", method)
	return false, false
}

// The page lists the flags and the variables that there are.
func TestReadmeConfiguration(t *testing.T) {
	setting := regexp.MustCompile(`--[a-z][a-z-]+|PARLEY_[A-Z_]+`)
	help, stderr, exit := finish(t, parleyCommand(t.Context(), "serve", "--help"))
	if exit != 0 {
		t.Fatalf("--help: exit code %d: %s", exit, stderr)
	}
	there, shown := map[string]bool{}, map[string]bool{"--help": true, "--version": true, "--print-config": true}
	for _, name := range setting.FindAllString(help, -1) {
		there[name] = true
	}
	for _, name := range setting.FindAllString(readmeSection(t, "## Configuration"), -1) {
		shown[name] = true
	}
	if got, want := slices.Sorted(maps.Keys(shown)), slices.Sorted(maps.Keys(there)); !slices.Equal(got, want) {
		t.Errorf("README.md shows %v\nand there are %v", got, want)
	}
}

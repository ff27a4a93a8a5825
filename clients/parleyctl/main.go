// Command parleyctl is the command line of Parley: for operators, for administrators of tenants, and for whoever wants to see
// what an application does. It knows the published contract only, through the Go client.
//
// It ends with 0 where it has done what it was asked for, 2 where the command line is wrong, 3 for what does not exist, 4 for
// what is refused by rights or policy, 5 where the broker cannot be reached or does not answer in time, and 1 for all else.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	parley "github.com/parley-interop/parley/clients/go"
)

// globals are the flags of every command.
type globals struct {
	Config     string        `help:"File of the contexts." env:"PARLEYCTL_CONFIG" type:"path" placeholder:"FILE"`
	Context    string        `name:"context" short:"c" help:"Context to use; unset means the one that context use has chosen." env:"PARLEYCTL_CONTEXT" placeholder:"NAME"`
	Address    string        `help:"Address of the broker; goes before that of the context." env:"PARLEYCTL_ADDRESS" placeholder:"HOST:PORT"`
	Credential string        `help:"Key or token; goes before that of the context. Better in the environment than on the command line, which others can see." env:"PARLEYCTL_CREDENTIAL" placeholder:"TEXT"`
	As         string        `help:"Act as this user of the resource." env:"PARLEYCTL_AS" placeholder:"RAW-ID"`
	CAFile     string        `name:"ca-file" help:"Certificate authorities to trust, in PEM." env:"PARLEYCTL_CA_FILE" type:"existingfile" placeholder:"FILE"`
	Output     string        `short:"o" help:"Form of the output: ${enum}." enum:"table,json,yaml" default:"table" env:"PARLEYCTL_OUTPUT"`
	Timeout    time.Duration `help:"How long a request may take." default:"10s" env:"PARLEYCTL_TIMEOUT"`
}

// commandLine is everything that can be said.
type commandLine struct {
	globals

	Contexts   contextCommands   `cmd:"" name:"context" help:"Brokers and credentials by name."`
	User       userCommands      `cmd:"" help:"Users of a resource."`
	Token      tokenCommands     `cmd:"" help:"Tokens of users of both worlds."`
	Directory  directoryCommands `cmd:"" help:"Users of a tenant."`
	Policy     policyCommands    `cmd:"" help:"Who may meet whom."`
	Thread     threadCommands    `cmd:"" help:"Threads and their participants."`
	Chat       chatCommands      `cmd:"" help:"Messages."`
	Call       callCommands      `cmd:"" help:"Calls."`
	Resource   resourceCommands  `cmd:"" help:"Resources, for operators."`
	Key        keyCommands       `cmd:"" help:"Keys of resources and tenants, for operators."`
	Whoami     whoamiCommand     `cmd:"" help:"Who the broker takes you for."`
	Completion completionCommand `cmd:"" help:"Print the completion script of a shell."`
	Complete   completeCommand   `cmd:"" hidden:"" help:"Say how a command line may go on."`
	Version    kong.VersionFlag  `help:"Print the version."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run does what the arguments say and returns the exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errout io.Writer) int {
	var line commandLine
	ended := -1
	parser, err := kong.New(&line, kong.Name("parleyctl"), kong.Description("The command line of the Parley interop broker."),
		kong.Vars{"version": parley.Version}, kong.Writers(out, errout), kong.Exit(func(code int) { ended = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.UsageOnError())
	if err != nil {
		_, _ = fmt.Fprintln(errout, "parleyctl:", err)
		return codeFailed
	}
	parsed, err := parser.Parse(args)
	if ended >= 0 {
		return ended
	}
	if err != nil {
		_, _ = fmt.Fprintf(errout, "parleyctl: %v; --help says what there is\n", err)
		return codeUsage
	}
	s := &session{ctx: ctx, globals: line.globals, in: in, out: out, errout: errout, model: parser.Model}
	defer s.close()
	if err := parsed.Run(s); err != nil {
		_, _ = fmt.Fprintln(errout, "parleyctl:", explain(err))
		return exitCode(err)
	}
	return 0
}

// The exit codes, as the package comment has them.
const (
	codeFailed      = 1
	codeUsage       = 2
	codeNotFound    = 3
	codeRefused     = 4
	codeUnavailable = 5
)

// usageError is a command line that is understood and makes no sense.
type usageError string

// Error returns the text.
func (e usageError) Error() string { return string(e) }

func exitCode(err error) int {
	var usage usageError
	switch {
	case errors.As(err, &usage):
		return codeUsage
	case errors.Is(err, parley.ErrNotFound):
		return codeNotFound
	case errors.Is(err, parley.ErrPermissionDenied), errors.Is(err, parley.ErrUnauthenticated):
		return codeRefused
	case errors.Is(err, parley.ErrUnavailable), errors.Is(err, context.DeadlineExceeded):
		return codeUnavailable
	default:
		return codeFailed
	}
}

// explain is an error for a person: the message, the fields that are wrong, and the reason to look up.
func explain(err error) string {
	e, ok := errors.AsType[*parley.Error](err)
	if !ok {
		return err.Error()
	}
	text := e.Message
	for _, v := range e.Violations {
		text += fmt.Sprintf("\n  %s: %s", v.Field, v.Description)
	}
	if e.Reason != "" {
		text += " (" + e.Reason + ")"
	}
	return text
}

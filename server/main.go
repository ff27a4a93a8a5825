// Parley is a self-hosted broker that lets a company's own users chat with and call the users of an organisation.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/parley-interop/parley/internal/store/engine"
	"github.com/parley-interop/parley/server/broker"
)

// version is set at build time with -ldflags "-X main.version=…".
var version = "dev"

// commandLine is what the program understands. Serving is what it does by default.
type commandLine struct {
	Serve    serveCommand     `cmd:"" default:"withargs" help:"Serve the broker (the default)."`
	Migrate  migrateCommand   `cmd:"" help:"Set up the database of --store, or bring its tables up to date."`
	Copy     copyCommand      `cmd:"" help:"Copy a whole cell from one store into another, empty one. Stop its brokers first."`
	NewEpoch newEpochCommand  `cmd:"" help:"Say that the store came from a backup: streams that were further are told so."`
	Version  kong.VersionFlag `help:"Print the version and exit."`
}

type serveCommand struct {
	broker.Config
	PrintConfig bool `help:"Print the configuration as environment variables and exit."`
}

func main() {
	if err := run(context.Background(), os.Args[1:], os.Environ(), os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "parley:", oneLine(err))
		os.Exit(1)
	}
}

// oneLine is what an error says, in one line however many causes it has.
func oneLine(err error) string {
	said := ""
	for line := range strings.Lines(err.Error()) {
		switch line = strings.TrimSpace(line); {
		case said == "" || strings.HasSuffix(said, ":"):
			said += " " + line
		case line != "":
			said += "; " + line
		}
	}
	return strings.TrimSpace(said)
}

// run is the program without its process.
func run(ctx context.Context, args, environment []string, stdout, stderr io.Writer) error {
	if err := checkEnvironment(environment); err != nil {
		return err
	}
	var cli commandLine
	parser, err := kong.New(&cli, kong.Name("parley"), kong.Writers(stdout, stderr), kong.Vars{"version": version},
		kong.Description("Parley carries chat and calls between a company's own users and the users of an organisation."))
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	command.BindTo(ctx, (*context.Context)(nil))
	return command.Run(streams{stdout, stderr, stop})
}

// streams are what a command writes to, and how it gives up catching signals.
type streams struct {
	out, err io.Writer
	release  func()
}

// Run serves until a signal to stop.
func (c serveCommand) Run(ctx context.Context, to streams) error {
	if c.PrintConfig {
		return printConfig(to.out, c.Config)
	}
	return serve(ctx, c.Config, to)
}

// checkEnvironment refuses variables that look like settings and are none: a typing error must not be silent.
func checkEnvironment(environment []string) error {
	known := map[string]bool{}
	for field := range reflect.TypeFor[broker.Config]().Fields() {
		known[field.Tag.Get("env")] = true
	}
	for _, variable := range environment {
		name, _, _ := strings.Cut(variable, "=")
		if strings.HasPrefix(name, "PARLEY_") && !known[name] {
			return fmt.Errorf("unknown environment variable %s: `parley serve --help` lists those that there are", name)
		}
	}
	return nil
}

// printConfig prints a configuration as the environment variables that would set it, but for a password.
func printConfig(w io.Writer, c broker.Config) error {
	c.Store = engine.Redact(c.Store)
	values := reflect.ValueOf(c)
	for i := range values.NumField() {
		value := values.Field(i).Interface()
		if list, ok := value.([]string); ok {
			value = strings.Join(list, ",")
		}
		if _, err := fmt.Fprintf(w, "%s=%v\n", values.Type().Field(i).Tag.Get("env"), value); err != nil {
			return err
		}
	}
	return nil
}

// serve runs a broker until a signal to stop.
func serve(ctx context.Context, c broker.Config, to streams) error {
	spendMemory()
	log, err := newLogger(c, to.err)
	if err != nil {
		return err
	}
	if err := c.Validate(); err != nil {
		return err
	}
	listeners, err := listen(ctx, c)
	if err != nil {
		return err
	}
	b, err := broker.Open(ctx, c, log, version)
	if err != nil {
		return errors.Join(err, listeners.close())
	}
	defer serveProfiles(listeners.profiles)()
	go giveBack(ctx)
	served := listeners.serve(b)
	greet(to.out, c, listeners)
	select {
	case err = <-served:
	case <-ctx.Done():
		to.release() // a second signal ends the process at once
		log.Info("stopping: streams are told to resume, requests under way are answered")
	}
	err = errors.Join(err, b.Shutdown())
	for ended := range served {
		err = errors.Join(err, ended)
	}
	return err
}

func newLogger(c broker.Config, w io.Writer) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.LogLevel)); err != nil {
		return nil, err
	}
	options := &slog.HandlerOptions{Level: level}
	if c.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(w, options)), nil
	}
	return slog.New(slog.NewTextHandler(w, options)), nil
}

// greet prints what to paste next.
func greet(w io.Writer, c broker.Config, l listeners) {
	credentials := filepath.Join(c.DataDir, broker.CredentialsFile)
	flag := "-plaintext "
	if c.TLSCert != "" {
		flag = ""
	}
	web := ""
	if l.web != nil {
		web = fmt.Sprintf("Parley serves gRPC-Web and Connect on %s\n", l.web.Addr())
	}
	if l.profiles != nil {
		_, _ = fmt.Fprintf(w, "Parley serves profiles on http://%s/debug/pprof/\n", l.profiles.Addr())
	}
	_, _ = fmt.Fprintf(w, `Parley serves gRPC on %[1]s
%[4]s
Credentials are in %[2]s. To look around, paste:

  KEY=$(sed -n 's/.*"operator_key": "\(.*\)".*/\1/p' %[2]s)
  grpcurl %[3]s-H "authorization: Bearer $KEY" %[1]s parley.identity.v1.IdentityService/GetCaller
  grpcurl %[3]s%[1]s list

Ctrl-C stops it.
`, l.grpc.Addr(), credentials, flag, web)
}

package main

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// scripts ask the program itself how a line may go on, so they never fall behind it.
var scripts = map[string]string{
	"bash": `_parleyctl() {
	mapfile -t COMPREPLY < <(parleyctl complete -- "${COMP_WORDS[@]:1:COMP_CWORD}")
}
complete -o default -F _parleyctl parleyctl
`,
	"zsh": `#compdef parleyctl
_parleyctl() {
	local -a candidates
	candidates=("${(@f)$(parleyctl complete -- "${(@)words[2,CURRENT]}")}")
	compadd -a candidates
}
compdef _parleyctl parleyctl
`,
	"fish": `complete -c parleyctl -f -a '(parleyctl complete -- (commandline -opc)[2..-1] (commandline -ct))'
`,
}

// Run prints a script: for bash, put it into ~/.local/share/bash-completion/completions/parleyctl.
func (c *completionCommand) Run(s *session) error {
	_, err := fmt.Fprint(s.out, scripts[c.Shell])
	return err
}

type completeCommand struct {
	Words []string `arg:"" optional:"" passthrough:""`
}

// Run prints what the last word may become.
func (c *completeCommand) Run(s *session) error {
	words := c.Words
	if len(words) > 0 && words[0] == "--" {
		words = words[1:]
	}
	if len(words) == 0 {
		words = []string{""}
	}
	last := words[len(words)-1]
	at, flags := descend(s.model.Node, words[:len(words)-1])
	for _, candidate := range candidates(at, flags, strings.HasPrefix(last, "-")) {
		if strings.HasPrefix(candidate, last) {
			if _, err := fmt.Fprintln(s.out, candidate); err != nil {
				return err
			}
		}
	}
	return nil
}

// descend follows the words to the command that they name, and collects the flags on the way.
func descend(at *kong.Node, words []string) (*kong.Node, []*kong.Flag) {
	flags := at.Flags
	for _, word := range words {
		for _, child := range at.Children {
			if child.Name == word {
				at, flags = child, append(flags, child.Flags...)
				break
			}
		}
	}
	return at, flags
}

func candidates(at *kong.Node, flags []*kong.Flag, wantFlags bool) []string {
	var all []string
	if wantFlags {
		for _, f := range flags {
			if !f.Hidden {
				all = append(all, "--"+f.Name)
			}
		}
		return all
	}
	for _, child := range at.Children {
		if !child.Hidden {
			all = append(all, child.Name)
		}
	}
	return all
}

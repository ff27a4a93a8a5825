package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"go.yaml.in/yaml/v3"
)

// namedContext is a broker and a credential for it.
type namedContext struct {
	Address    string `yaml:"address"`
	Credential string `yaml:"credential"`
	CAFile     string `yaml:"ca_file,omitempty"`
}

// book is the file of the contexts. It holds credentials, so nobody but its owner may read it.
type book struct {
	Current  string                  `yaml:"current,omitempty"`
	Contexts map[string]namedContext `yaml:"contexts"`
}

func (s *session) bookPath() (string, error) {
	if s.Config != "" {
		return s.Config, nil
	}
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "parley", "contexts.yaml"), err
}

// readBook reads the file; there need not be one.
func (s *session) readBook() (*book, error) {
	b := &book{Contexts: map[string]namedContext{}}
	path, err := s.bookPath()
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err != nil {
		return nil, err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("%s has credentials and others may read it: chmod 600 %s", path, path)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if err := yaml.Unmarshal(content, b); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// writeBook replaces the file at one stroke.
func (s *session) writeBook(b *book) error {
	path, err := s.bookPath()
	if err != nil {
		return err
	}
	content, err := yaml.Marshal(b)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	fresh := path + ".new"
	if err := os.WriteFile(fresh, content, 0o600); err != nil {
		return err
	}
	return os.Rename(fresh, path)
}

// choose returns a context by its name, or the current one.
func (b *book) choose(name string) (namedContext, error) {
	if name == "" {
		name = b.Current
	}
	if name == "" {
		return namedContext{}, usageError("no broker is chosen: use --address and --credential, or make a context with `parleyctl context set NAME`")
	}
	c, ok := b.Contexts[name]
	if !ok {
		return c, usageError(fmt.Sprintf("there is no context %s; there are %v", name, slices.Sorted(maps.Keys(b.Contexts))))
	}
	return c, nil
}

type contextCommands struct {
	Set    contextSet    `cmd:"" help:"Make or change a context, and choose it if it is the first."`
	Use    contextUse    `cmd:"" help:"Choose the context that commands use."`
	List   contextList   `cmd:"" help:"List the contexts, without their credentials."`
	Remove contextRemove `cmd:"" help:"Remove a context."`
}

type contextSet struct {
	Name string `arg:"" help:"Name of the context."`
	From string `help:"credentials.json of a broker, to take the credential from." type:"existingfile" placeholder:"FILE"`
	Role string `help:"Whose credential to take from that file: ${enum}." enum:"backend,admin,operator" default:"backend"`
}

// Run takes address and credential from the global flags, or the credential from a file.
func (c *contextSet) Run(s *session) error {
	b, err := s.readBook()
	if err != nil {
		return err
	}
	changed := b.Contexts[c.Name]
	if s.Address != "" {
		changed.Address = s.Address
	}
	if s.Credential != "" {
		changed.Credential = s.Credential
	}
	if s.CAFile != "" {
		changed.CAFile = s.CAFile
	}
	if c.From != "" {
		if changed.Credential, err = credentialFrom(c.From, c.Role); err != nil {
			return err
		}
	}
	if changed.Address == "" || changed.Credential == "" {
		return usageError("a context needs --address, and --credential or --from credentials.json")
	}
	b.Contexts[c.Name] = changed
	if b.Current == "" {
		b.Current = c.Name
	}
	return s.writeBook(b)
}

func credentialFrom(path, role string) (string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	var keys struct {
		OperatorKey    string   `json:"operator_key"`
		ResourceKeys   []string `json:"resource_keys"`
		TenantAdminKey string   `json:"tenant_admin_key"`
	}
	if err := json.Unmarshal(content, &keys); err != nil || len(keys.ResourceKeys) == 0 {
		return "", fmt.Errorf("%s is no credentials.json of a broker: %w", path, err)
	}
	return map[string]string{"backend": keys.ResourceKeys[0], "admin": keys.TenantAdminKey, "operator": keys.OperatorKey}[role], nil
}

type contextUse struct {
	Name string `arg:"" help:"Name of the context."`
}

// Run chooses a context.
func (c *contextUse) Run(s *session) error {
	b, err := s.readBook()
	if err != nil {
		return err
	}
	if _, err := b.choose(c.Name); err != nil {
		return err
	}
	b.Current = c.Name
	return s.writeBook(b)
}

type contextList struct{}

// Run lists the contexts.
func (*contextList) Run(s *session) error {
	b, err := s.readBook()
	if err != nil {
		return err
	}
	var rows []any
	for _, name := range slices.Sorted(maps.Keys(b.Contexts)) {
		rows = append(rows, map[string]any{"name": name, "address": b.Contexts[name].Address, "current": name == b.Current})
	}
	return s.rows(rows, "NAME=name", "ADDRESS=address", "CURRENT=current")
}

type contextRemove struct {
	Name string `arg:"" help:"Name of the context."`
}

// Run removes a context.
func (c *contextRemove) Run(s *session) error {
	b, err := s.readBook()
	if err != nil {
		return err
	}
	if _, err := b.choose(c.Name); err != nil {
		return err
	}
	delete(b.Contexts, c.Name)
	if b.Current == c.Name {
		b.Current = ""
	}
	return s.writeBook(b)
}

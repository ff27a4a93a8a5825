package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// scenario is one thing that every client must do in the same way. It is written in YAML and knows no language.
type scenario struct {
	// name is `<topic>/<name>`, unique among all scenarios.
	name string
	// place is the file and the line, for messages.
	place string
	// about says what is proved.
	about  string
	broker brokerWanted
	world  worldWanted
	steps  []*step
}

// brokerWanted says what broker a scenario needs. The zero value shares one with others.
type brokerWanted struct {
	args []string
	tls  bool
	own  bool
}

// worldWanted says who is there before the first step. Each scenario has a resource and a tenant of its own.
type worldWanted struct {
	// users are communication users.
	users []string
	// teams are users of the tenant.
	teams []string
	// thread are the participants of a thread, its creator first.
	thread []string
	// interop is whether the tenant lets the resource in.
	interop bool
}

// step is one thing that a scenario does.
type step struct {
	place  string
	action string
	// subject is what stands at the name of the action, and fields is what else there is.
	subject *yaml.Node
	fields  map[string]*yaml.Node
}

// loadScenarios reads all files of a folder. An error names the file and the line, and what to do.
func loadScenarios(folder string) ([]*scenario, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: %w: there are no scenarios (*.yaml)", folder, fs.ErrNotExist)
	}
	var all []*scenario
	var failures []error
	for _, file := range files {
		some, err := loadFile(file)
		failures = append(failures, err)
		all = append(all, some...)
	}
	failures = append(failures, checkNames(all))
	return all, errors.Join(failures...)
}

func checkNames(all []*scenario) error {
	places := map[string]string{}
	for _, s := range all {
		if first, ok := places[s.name]; ok {
			return fmt.Errorf("%s: the name %s is taken by %s", s.place, s.name, first)
		}
		places[s.name] = s.place
	}
	return nil
}

// loadFile reads one file: a list of scenarios about the topic that the file is named for.
func loadFile(file string) ([]*scenario, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	topic := strings.TrimSuffix(filepath.Base(file), ".yaml")
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.SequenceNode {
		return nil, fmt.Errorf("%s:1: a file is a list of scenarios, each beginning with `- name:`", file)
	}
	p := parser{file: filepath.Base(file)}
	var all []*scenario
	for _, node := range root.Content[0].Content {
		if s := p.scenario(topic, node); s != nil {
			all = append(all, s)
		}
	}
	return all, errors.Join(p.failures...)
}

// parser reads the scenarios of one file and collects what is wrong with them.
type parser struct {
	file     string
	failures []error
}

func (p *parser) place(n *yaml.Node) string { return fmt.Sprintf("%s:%d", p.file, n.Line) }

func (p *parser) fail(n *yaml.Node, format string, args ...any) {
	p.failures = append(p.failures, fmt.Errorf("%s: %s", p.place(n), fmt.Sprintf(format, args...)))
}

// mapping returns the fields of a mapping; each must be one of those that are known, if any are named.
func (p *parser) mapping(n *yaml.Node, what string, known ...string) map[string]*yaml.Node {
	fields := map[string]*yaml.Node{}
	if n.Kind != yaml.MappingNode {
		p.fail(n, "%s is a mapping of names to values", what)
		return fields
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if len(known) > 0 && !slices.Contains(known, key.Value) {
			p.fail(key, "%s has no field %q; it has %s", what, key.Value, strings.Join(known, ", "))
			continue
		}
		if _, ok := fields[key.Value]; ok {
			p.fail(key, "the field %q stands there twice", key.Value)
		}
		fields[key.Value] = n.Content[i+1]
	}
	return fields
}

func (p *parser) scenario(topic string, n *yaml.Node) *scenario {
	fields := p.mapping(n, "a scenario", "name", "about", "broker", "users", "teams", "thread", "interop", "steps")
	s := &scenario{place: p.place(n), name: topic + "/" + p.text(fields["name"]), about: p.text(fields["about"])}
	if p.text(fields["name"]) == "" || s.about == "" {
		p.fail(n, "a scenario needs a `name`, and an `about` that says what it proves")
	}
	s.world.users, s.world.teams = p.texts(fields["users"]), p.texts(fields["teams"])
	s.world.thread = p.texts(fields["thread"])
	s.world.interop = p.text(fields["interop"]) == "open"
	if b := fields["broker"]; b != nil {
		wanted := p.mapping(b, "broker", "args", "tls", "own")
		s.broker = brokerWanted{args: p.texts(wanted["args"]), tls: p.text(wanted["tls"]) == "true", own: true}
	}
	for _, who := range s.world.thread {
		if !slices.Contains(s.world.users, who) && !slices.Contains(s.world.teams, who) {
			p.fail(fields["thread"], "%s takes part in the thread and is neither in `users` nor in `teams`", who)
		}
	}
	steps := fields["steps"]
	if steps == nil || steps.Kind != yaml.SequenceNode || len(steps.Content) == 0 {
		p.fail(n, "a scenario needs `steps`, a list")
		return nil
	}
	s.steps = p.steps(steps)
	return s
}

func (p *parser) steps(list *yaml.Node) []*step {
	var all []*step
	for _, n := range list.Content {
		if s := p.step(n); s != nil {
			all = append(all, s)
		}
	}
	return all
}

// step reads a step: a mapping with the name of exactly one action.
func (p *parser) step(n *yaml.Node) *step {
	fields := p.mapping(n, "a step")
	s := &step{place: p.place(n), fields: fields}
	for name := range fields {
		if _, ok := actions[name]; !ok {
			continue
		}
		if s.action != "" {
			p.fail(n, "a step does one thing, and this one has %s and %s", s.action, name)
			return nil
		}
		s.action = name
	}
	if s.action == "" {
		p.fail(n, "a step needs one of %s", strings.Join(slices.Sorted(maps.Keys(actions)), ", "))
		return nil
	}
	s.subject = fields[s.action]
	delete(fields, s.action)
	known := actions[s.action].fields
	for name, value := range fields {
		if !slices.Contains(known, name) {
			p.fail(value, "%s has no field %q; it has %s", s.action, name, strings.Join(known, ", "))
		}
	}
	if check := actions[s.action].check; check != nil {
		if err := check(s); err != nil {
			p.fail(s.subject, "%v", err)
		}
	}
	return s
}

func (p *parser) text(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		p.fail(n, "this is to be one text")
		return ""
	}
	return n.Value
}

func (p *parser) texts(n *yaml.Node) []string {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		p.fail(n, "this is to be a list of texts")
		return nil
	}
	var all []string
	for _, c := range n.Content {
		all = append(all, p.text(c))
	}
	return all
}

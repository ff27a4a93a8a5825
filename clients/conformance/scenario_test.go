package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

func TestScenariosOfTheRepository(t *testing.T) {
	all, err := loadScenarios("scenarios")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 40 {
		t.Errorf("there are %d scenarios only", len(all))
	}
}

func TestScenarioWithAnError(t *testing.T) {
	const head = "- name: one\n  about: It proves something.\n  users: [anna]\n  steps:\n"
	for name, test := range map[string]struct{ text, want string }{
		"no YAML":           {"- name: [", "t.yaml: yaml: line 1"},
		"no list":           {"name: one", "t.yaml:1: a file is a list of scenarios"},
		"no name":           {"- about: x\n  steps: [{network: cut}]", "t.yaml:1: a scenario needs a `name`"},
		"no steps":          {"- name: one\n  about: x", "t.yaml:1: a scenario needs `steps`"},
		"unknown field":     {"- name: one\n  about: x\n  usrs: [anna]\n  steps: [{network: cut}]", `t.yaml:3: a scenario has no field "usrs"; it has name, about`},
		"stranger":          {"- name: one\n  about: x\n  thread: [anna]\n  steps: [{network: cut}]", "t.yaml:3: anna takes part in the thread"},
		"unknown action":    {head + "    - {cal: chat.SendMessage}", "t.yaml:5: a step needs one of "},
		"two actions":       {head + "    - {call: chat.SendMessage, network: cut}", "t.yaml:5: a step does one thing"},
		"unknown of a step": {head + "    - call: chat.SendMessage\n      expct: {}", `t.yaml:6: call has no field "expct"; it has`},
		"unknown method":    {head + "    - {call: chat.SendMesage}", "t.yaml:5: the contract has no method parley.chat.v1.ChatService.SendMesage"},
		"unknown service":   {head + "    - {call: chatt.SendMessage}", `t.yaml:5: the method "chatt.SendMessage" begins with no service`},
		"no stream":         {head + "    - {follow: s, service: admin}", `t.yaml:5: no service "admin" has a stream`},
		"inside of repeat":  {head + "    - repeat: 2\n      steps:\n        - {cal: x}", "t.yaml:7: a step needs one of "},
		"twice":             {head + "    - {network: cut}\n" + head + "    - {network: cut}", "t.yaml:6: the name t/one is taken by t.yaml:1"},
		"twice in a step":   {head + "    - {call: chat.SendMessage, on: a, on: b}", `t.yaml:5: the field "on" stands there twice`},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.WriteFile(filepath.Join(folder, "t.yaml"), []byte(test.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := loadScenarios(folder)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("the error is %v, which does not say %q", err, test.want)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	vars := variables{"name": "Anna", "count": 3}
	message := map[string]any{"text": "Hello Anna", "number": "3", "list": []any{"a", map[string]any{"b": 1.0}}, "none": ""}
	for want, ok := range map[string]bool{
		"{text: Hello $name}":                true,
		"{text: Hello}":                      false,
		"{number: 3}":                        true,
		"{number: $count}":                   true,
		"{number: !min 3}":                   true,
		"{number: !min 4}":                   false,
		"{number: !max 2}":                   false,
		"{text: !contains HELLO}":            true,
		"{text: !contains Ben}":              false,
		"{text: !not Hello}":                 true,
		"{none: !absent , other: !absent }":  true,
		"{text: !absent }":                   false,
		"{text: !any , number: !any }":       true,
		"{other: !any }":                     false,
		"{other: false, none: 0, more: []}":  true,
		"{list: [a, {b: 1}]}":                true,
		"{list: [a]}":                        false,
		"{list: !length 2, text: !length 1}": false,
		"{text: $missing}":                   false,
		"{text: {a: b}}":                     false,
	} {
		t.Run(want, func(t *testing.T) {
			var n yaml.Node
			if err := yaml.Unmarshal([]byte(want), &n); err != nil {
				t.Fatal(err)
			}
			if err := vars.match(n.Content[0], message, "answer"); (err == nil) != ok {
				t.Errorf("it says %v", err)
			}
		})
	}
}

func TestDriverThatIsNotThere(t *testing.T) {
	_, err := startDriver(t.Context(), t.TempDir(), "cobol", func(string, string) {})
	if err == nil || !strings.Contains(err.Error(), "there is no driver for cobol") {
		t.Errorf("the error is %v", err)
	}
}

func TestDriverThatEnds(t *testing.T) {
	folder := t.TempDir()
	where := filepath.Join(folder, "clients", "x", "conformance")
	if err := os.MkdirAll(where, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(where, "driver.json"), []byte(`{"command": ["sh", "-c", "echo trouble >&2"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := startDriver(t.Context(), folder, "x", func(string, string) {})
	if err == nil || !strings.Contains(err.Error(), "make driver-x") {
		t.Errorf("the error is %v", err)
	}
}

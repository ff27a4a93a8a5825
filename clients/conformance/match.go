package main

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// match compares what came with what a scenario expects, and returns what is different. A mapping names the fields that matter;
// a list has all its items. What is expected to be empty, zero or false may be left out. Tags ask for less than
// equality:
//
//	!any              something is there
//	!absent           nothing is there, or something empty
//	!contains text    the text is in it, in upper or lower case
//	!min number       the number, or a greater one
//	!max number       the number, or a smaller one
//	!not text         anything else
//	!length number    a text or a list of that length
func (v variables) match(want *yaml.Node, got any, path string) error {
	if want.Kind == yaml.AliasNode {
		want = want.Alias
	}
	switch want.Tag {
	case "!any", "!absent", "!contains", "!min", "!max", "!not", "!length":
		return v.matchTag(want, got, path)
	}
	if want.Kind == yaml.MappingNode {
		return v.matchObject(want, got, path)
	}
	if want.Kind == yaml.SequenceNode && want.Tag != "!repeat" {
		return v.matchList(want, got, path)
	}
	expected, err := v.value(want)
	if err != nil {
		return err
	}
	if empty(expected) && empty(got) || fmt.Sprint(expected) == fmt.Sprint(got) {
		return nil
	}
	return fmt.Errorf("line %d: %s is %s, expected %s", want.Line, path, short(got), short(expected))
}

func (v variables) matchObject(want *yaml.Node, got any, path string) error {
	object, ok := got.(map[string]any)
	if !ok && got != nil {
		return fmt.Errorf("line %d: %s is %s, expected an object", want.Line, path, short(got))
	}
	for i := 0; i+1 < len(want.Content); i += 2 {
		name := want.Content[i].Value
		if err := v.match(want.Content[i+1], object[name], path+"."+name); err != nil {
			return err
		}
	}
	return nil
}

func (v variables) matchList(want *yaml.Node, got any, path string) error {
	list, ok := got.([]any)
	if !ok && got != nil {
		return fmt.Errorf("line %d: %s is %s, expected a list", want.Line, path, short(got))
	}
	if len(list) != len(want.Content) {
		return fmt.Errorf("line %d: %s has %d items, expected %d: %s", want.Line, path, len(list), len(want.Content), short(got))
	}
	for i, item := range want.Content {
		if err := v.match(item, list[i], path+"."+strconv.Itoa(i)); err != nil {
			return err
		}
	}
	return nil
}

func (v variables) matchTag(want *yaml.Node, got any, path string) error {
	expected, err := v.text(want.Value)
	if err != nil {
		return err
	}
	text := fmt.Sprint(expected)
	var ok bool
	switch want.Tag {
	case "!any":
		ok = !empty(got)
	case "!absent":
		ok = empty(got)
	case "!contains":
		ok = strings.Contains(strings.ToLower(fmt.Sprint(got)), strings.ToLower(text))
	case "!not":
		ok = fmt.Sprint(got) != text
	case "!length":
		ok = strconv.Itoa(length(got)) == text
	default:
		bound, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return fmt.Errorf("line %d: %s takes a number", want.Line, want.Tag)
		}
		number, err := strconv.ParseFloat(fmt.Sprint(got), 64)
		ok = err == nil && (want.Tag == "!min" && number >= bound || want.Tag == "!max" && number <= bound)
	}
	if ok {
		return nil
	}
	return fmt.Errorf("line %d: %s is %s, expected %s %s", want.Line, path, short(got), want.Tag, text)
}

// empty reports whether a value is what a message has where nothing was set.
func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == "" || v == "0"
	case bool:
		return !v
	case float64:
		return v == 0
	case int:
		return v == 0
	default:
		return length(v) == 0
	}
}

func length(v any) int {
	switch v := v.(type) {
	case string:
		return len(v)
	case []any:
		return len(v)
	case map[string]any:
		return len(v)
	default:
		return -1
	}
}

// short is a value for a message.
func short(v any) string {
	text := fmt.Sprintf("%#v", v)
	if s, ok := v.(string); ok {
		text = strconv.Quote(s)
	}
	if len(text) > 300 {
		text = text[:300] + "…"
	}
	return text
}

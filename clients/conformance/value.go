package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// variables are what a scenario has saved, and what its world has: they stand as $name in its texts.
type variables map[string]any

var reference = regexp.MustCompile(`\$\{(\w+)\}|\$(\w+)`)

// text puts variables into a text. A text that is one variable has its value, whatever that is.
func (v variables) text(s string) (any, error) {
	if m := reference.FindStringSubmatch(s); len(m) > 0 && m[0] == s {
		return v.lookup(m[1] + m[2])
	}
	var failure error
	out := reference.ReplaceAllStringFunc(s, func(found string) string {
		value, err := v.lookup(strings.Trim(found, "${}"))
		if err != nil {
			failure = err
		}
		return fmt.Sprint(value)
	})
	return out, failure
}

func (v variables) lookup(name string) (any, error) {
	value, ok := v[name]
	if !ok {
		return nil, fmt.Errorf("there is no variable $%s: save it in a step before", name)
	}
	return value, nil
}

// value is a node as a value for JSON, with the variables put in.
//
//	!repeat [text, times]   the text so many times
func (v variables) value(n *yaml.Node) (any, error) {
	if n == nil {
		return nil, nil //nolint:nilnil // Nothing is a value too.
	}
	if n.Tag == "!repeat" {
		return v.repeated(n)
	}
	switch n.Kind {
	case yaml.MappingNode:
		return v.object(n)
	case yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for _, c := range n.Content {
			item, err := v.value(c)
			if err != nil {
				return nil, err
			}
			list = append(list, item)
		}
		return list, nil
	case yaml.AliasNode:
		return v.value(n.Alias)
	default:
		return v.scalar(n)
	}
}

func (v variables) object(n *yaml.Node) (any, error) {
	object := make(map[string]any, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, err := v.text(n.Content[i].Value)
		if err != nil {
			return nil, err
		}
		if object[fmt.Sprint(key)], err = v.value(n.Content[i+1]); err != nil {
			return nil, err
		}
	}
	return object, nil
}

func (v variables) scalar(n *yaml.Node) (any, error) {
	if n.ShortTag() == "!!str" {
		value, err := v.text(n.Value)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n.Line, err)
		}
		return value, nil
	}
	var value any
	err := n.Decode(&value)
	return value, err
}

func (v variables) repeated(n *yaml.Node) (any, error) {
	if n.Kind != yaml.SequenceNode || len(n.Content) != 2 {
		return nil, fmt.Errorf("line %d: !repeat takes [text, times]", n.Line)
	}
	times, err := strconv.Atoi(n.Content[1].Value)
	if err != nil {
		return nil, fmt.Errorf("line %d: !repeat takes [text, times]: %w", n.Line, err)
	}
	return strings.Repeat(n.Content[0].Value, times), nil
}

// find returns what is at a path such as `thread.participants.0.name` of a JSON value.
func find(in any, path string) (any, bool) {
	for name := range strings.SplitSeq(path, ".") {
		switch at := in.(type) {
		case map[string]any:
			next, ok := at[name]
			if !ok {
				return nil, false
			}
			in = next
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i < 0 || i >= len(at) {
				return nil, false
			}
			in = at[i]
		default:
			return nil, false
		}
	}
	return in, true
}

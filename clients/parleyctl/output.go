package main

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"go.yaml.in/yaml/v3"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

// plain is a message as a JSON value.
func plain(m proto.Message) (any, error) {
	text, err := protojson.Marshal(m)
	if err != nil {
		return nil, err
	}
	var value any
	err = json.Unmarshal(text, &value)
	return value, err
}

// show prints one message. The columns of the table are `HEAD=path`.
func (s *session) show(m proto.Message, columns ...string) error {
	value, err := plain(m)
	if err != nil {
		return err
	}
	if s.Output == "table" {
		return s.rows([]any{value}, columns...)
	}
	return s.one(value)
}

// list prints the items of a list as they come: one row, one line of JSON, or one item of YAML for each.
func list[M proto.Message](s *session, items iter.Seq2[M, error], columns ...string) error {
	var rows []any
	for item, err := range items {
		if err != nil {
			return err
		}
		value, err := plain(item)
		if err != nil {
			return err
		}
		rows = append(rows, value)
	}
	return s.rows(rows, columns...)
}

// rows prints values.
func (s *session) rows(values []any, columns ...string) error {
	switch s.Output {
	case "json":
		for _, v := range values {
			if err := s.one(v); err != nil {
				return err
			}
		}
		return nil
	case "yaml":
		if len(values) == 0 {
			return nil
		}
		return yaml.NewEncoder(s.out).Encode(values)
	default:
		return s.table(values, columns)
	}
}

// one prints a value by itself: a line of JSON, or a document of YAML.
func (s *session) one(value any) error {
	if s.Output == "yaml" {
		if _, err := fmt.Fprintln(s.out, "---"); err != nil {
			return err
		}
		return yaml.NewEncoder(s.out).Encode(value)
	}
	e := json.NewEncoder(s.out)
	e.SetEscapeHTML(false)
	return e.Encode(value)
}

func (s *session) table(values []any, columns []string) error {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	heads, paths := make([]string, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		heads[i], paths[i], _ = strings.Cut(c, "=")
	}
	_, _ = fmt.Fprintln(w, strings.Join(heads, "\t"))
	for _, v := range values {
		cells := make([]string, len(paths))
		for i, p := range paths {
			cells[i] = text(find(v, p))
		}
		_, _ = fmt.Fprintln(w, strings.TrimRight(strings.Join(cells, "\t"), "\t "))
	}
	return w.Flush()
}

// find returns what is at a path of a JSON value.
func find(in any, path string) any {
	for name := range strings.SplitSeq(path, ".") {
		switch at := in.(type) {
		case map[string]any:
			in = at[name]
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i >= len(at) {
				return nil
			}
			in = at[i]
		default:
			return nil
		}
	}
	return in
}

// text is a value in a cell of a table.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case []any:
		parts := make([]string, len(v))
		for i, item := range v {
			parts[i] = text(item)
		}
		return strings.Join(parts, ",")
	case map[string]any:
		var parts []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, name+"="+text(v[name]))
		}
		return strings.Join(parts, " ")
	default:
		// A line break would break the table, and a control character the terminal.
		return strings.Map(func(r rune) rune {
			if r < ' ' || r == 0x7f {
				return ' '
			}
			return r
		}, fmt.Sprint(v))
	}
}

// say prints a line for a person, where the output is not for programs.
func (s *session) say(format string, args ...any) {
	if s.Output == "table" {
		_, _ = fmt.Fprintf(s.out, format+"\n", args...)
	}
}

package main

import "strings"

// listOpening is how the printer begins a list in the value of an option. protobuf.js, which Node programs read proto files with,
// understands no such list, and both it and protoc understand the field said again and again, which means the same.
const listOpening = "cel: ["

// unlist says every list of messages in an option as a repeated field.
func unlist(text string) string {
	var out strings.Builder
	for {
		before, list, found := strings.Cut(text, listOpening)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		items, rest := splitList(list)
		for i, item := range items {
			if i > 0 {
				out.WriteString("\n")
			}
			out.WriteString("cel: " + item)
		}
		text = rest
	}
}

// splitList returns the messages of a list, up to its closing bracket, and what follows it. It knows that brackets in strings are
// none.
func splitList(text string) (items []string, rest string) {
	depth, start := 0, 0
	var quote rune
	escaped := false
	for i, c := range text {
		switch {
		case escaped:
			escaped = false
		case quote != 0:
			escaped = c == '\\'
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '{':
			if depth == 0 {
				start = i
			}
			depth++
		case c == '}':
			depth--
			if depth == 0 {
				items = append(items, text[start:i+1])
			}
		case c == ']' && depth == 0:
			return items, text[i+1:]
		}
	}
	return items, ""
}

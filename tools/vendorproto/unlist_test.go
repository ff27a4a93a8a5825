package main

import "testing"

func TestUnlist(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"no list", `option (x) = { cel: { id: "a" } };`, `option (x) = { cel: { id: "a" } };`},
		{"one message", `{ cel: [ { id: "a" } ] }`, `{ cel: { id: "a" } }`},
		{"two messages", `{ cel: [ { id: "a" }, { id: "b" } ] }`, "{ cel: { id: \"a\" }\ncel: { id: \"b\" } }"},
		{"brackets in strings", `cel: [ { e: "x]}\"'" } ] ]`, `cel: { e: "x]}\"'" } ]`},
		{"messages in messages", `cel: [ { a: { b: [ 1 ] } } ];`, `cel: { a: { b: [ 1 ] } };`},
		{"two lists", `cel: [ { a: 1 } ] cel: [ { b: 2 } ]`, `cel: { a: 1 } cel: { b: 2 }`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := unlist(tt.text); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

package main

import (
	"os"
	"testing"
)

// The page has the figures of the file beside it, and no others.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/performance.md")
	if err != nil {
		t.Fatal(err)
	}
	r, err := readReport("../../docs/performance.json")
	if err != nil {
		t.Fatal(err)
	}
	filled, err := r.fill(string(page))
	if err != nil {
		t.Fatal(err)
	}
	if filled != string(page) {
		t.Error("docs/performance.md is not up to date: run make performance")
	}
}

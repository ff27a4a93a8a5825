// Package simulation holds no code, only a test: whole lives of a small cell, each decided by one seed. Clients that retry,
// storage that fails, crashes, policies that open and close, and subscribers that come and go act on the real domain, one
// after the other; a model that shares no code with the domain says what each answer, list and event has to be.
//
// A failure prints the seed and the history. One life runs again, told line by line, with
//
//	go test ./internal/chat/simulation -run TestSimulation -seed 17 -v
package simulation

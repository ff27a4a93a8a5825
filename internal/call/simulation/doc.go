// Package simulation plays whole lives of the call domain, one for each seed: people of both worlds call each other on
// several devices, answer in the same instant, transfer, add, hold, capture and acknowledge, while policy changes, storage
// fails in ways of its own, streams break and resume, brokers that share the store die, sleep and come back, and time goes
// on. An independent replay of the log says after every step whether what the broker tells can be true, and what each
// stream has to be sent. A seed plays the same life every time.
//
// There is nothing here but tests.
package simulation

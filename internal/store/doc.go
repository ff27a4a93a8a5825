// Package store is what every part of the broker keeps its state in: a small ordered key-value map with serializable
// transactions, and a log of entries that is written in the same transactions. It holds the interface and its contract;
// engines live in sub-packages and import nothing from above. The package storetest proves each sentence below for an engine.
//
// # Transactions
//
//   - Update is atomic: all writes and entries of its closure become durable together, or none does.
//   - Update is serializable: closures have the effect of running one after the other, in the order of their entries in the log.
//   - Update returns nil only when the commit is durable: it outlives the loss of power.
//   - A closure that returns an error has no effect, and Update returns that very error (errors.Is and errors.As see it), unless
//     what the closure read may be lost with storage that has failed: then it is ErrUnavailable.
//   - A closure that fails undoes only its own writes: closures committed in the same batch are untouched.
//   - A closure that panics has no effect, and the panic is raised again in the goroutine that called Update.
//   - A closure may run more than once, and must have no effect but on its Tx and on variables that it sets anew in each run.
//   - A closure sees its own writes, and those of every Update that returned before its own began.
//   - A Tx or ReadTx must not be used after its closure has returned, nor by two goroutines at once.
//   - A closure must not call Update or View of the same store.
//
// # Cancellation and failure
//
//   - A context that ends before the closure was taken into a batch makes Update return the context's error, with no effect.
//   - Once taken, the outcome is what Update reports, whatever becomes of the context.
//   - ErrUncertain means that the commit may or may not have happened, now or later; every other error means that it did not.
//   - ErrFull means that the storage has no room; reads go on, and updates work again once there is room, without a restart.
//   - ErrTooLarge means that a key, a value, an entry or the whole transaction is above the limits of this package.
//   - After Close, Update and View return ErrClosed; an Update that Close overtakes is either committed or ErrClosed.
//
// # Reads
//
//   - View sees one consistent state: no commit that happens while it runs is visible to it.
//   - View sees only what is durable, so what it has shown is never lost.
//   - View sees every Update that returned before it began, and runs concurrently with updates.
//   - Get returns nil for an absent key, and a non-nil empty slice for an empty value.
//   - Scan yields the keys in [From, To) in byte order, or in reverse byte order, at most Limit of them where Limit is above zero.
//   - Scan sees the state at its beginning: what the closure writes while it iterates is not part of it.
//   - A slice that a read returned must not be changed, and is valid until the closure returns.
//   - Get never returns another value than the last one, soft or not; of a soft one it may return nil.
//   - Derive returns what its function would return in the same transaction, and so does Known, if anything.
//   - Fresh is true for absent keys only.
//   - The engine copies the slices that are written: the caller may reuse them when the call returns.
//
// # The log
//
//   - Append numbers entries 1, 2, 3, … in commit order, without gaps and without repetition, across restarts.
//   - Append returns the position that the entry has if the closure commits.
//   - Entry returns nil for a position that is not in the log.
//   - Entries returns at most limit entries after a position, in order, without gaps.
//   - Rewrite replaces the content of an entry that is there, and never its position; for any other position the closure fails.
//   - Head of the store is the position of the last durable entry, and its channel is closed when there is a later one.
//   - Head of the store is never behind what a View has shown.
//   - Head of a transaction is the position of the last entry that the transaction sees.
//   - Epoch names one history of the log; a log that was restored from a backup has another.
//
// # Broadcasts
//
//   - Broadcast never waits, and a message reaches each other store on the same storage at most once, in the order of its sender.
//   - A message never comes back to the store that it was broadcast from.
package store

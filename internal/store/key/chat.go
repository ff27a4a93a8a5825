package key

import "github.com/parley-interop/parley/internal/store"

// Thread holds a thread.
func Thread(threadID string) []byte { return build(tagThread, threadID) }

// ThreadHead holds the latest of a thread.
func ThreadHead(threadID string) []byte { return build(tagThreadHead, threadID) }

// UserThread marks that a user is or was in a thread.
func UserThread(rawID, threadID string) []byte { return build(tagUserThread, rawID, threadID) }

// UserThreads are the threads that a user is or was in, by id.
func UserThreads(rawID string) store.Range { return within(build(tagUserThread, rawID)) }

// ResourceThread marks that a resource has a thread.
func ResourceThread(resourceID, threadID string) []byte {
	return build(tagResourceThread, resourceID, threadID)
}

// ResourceThreads are the threads of a resource, by id.
func ResourceThreads(resourceID string) store.Range {
	return within(build(tagResourceThread, resourceID))
}

// Participant holds somebody who is or was in a thread.
func Participant(threadID, rawID string) []byte { return build(tagParticipant, threadID, rawID) }

// Participants are those who are or were in a thread, by raw id.
func Participants(threadID string) store.Range { return within(build(tagParticipant, threadID)) }

// Message holds where a message is in the log.
func Message(threadID string, messageID uint64) []byte {
	return number(build(tagMessage, threadID), messageID)
}

// Messages are the messages of a thread, by id.
func Messages(threadID string) store.Range { return within(build(tagMessage, threadID)) }

// Receipt holds how far somebody has read in a thread.
func Receipt(threadID, rawID string) []byte { return build(tagReceipt, threadID, rawID) }

// Receipts are how far those in a thread have read, by raw id.
func Receipts(threadID string) store.Range { return within(build(tagReceipt, threadID)) }

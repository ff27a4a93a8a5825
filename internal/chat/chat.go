// Package chat is the domain of threads and messages: who may see and do what in them, and what is written when it is
// done. Its functions take requests of the contract and return its answers; every change is one transaction that writes
// state and appends the events which all streams are made of.
package chat

import (
	"slices"
	"strings"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/limit"
	"github.com/parley-interop/parley/internal/reason"
)

// Bounds of chat, as the contract states them.
const (
	// MaxMetadata is the largest sum of the keys and values of metadata, in bytes.
	MaxMetadata = 1 << 10
	// MaxContent is the largest content of a message, in bytes.
	MaxContent = 28 << 10
	// MaxEdits is how often one message may be edited: each edit is an event of its own, and a deletion erases all of them.
	MaxEdits = 1000
)

// Service is the chat domain on one store. It may be used by any number of goroutines.
type Service struct {
	ledger  *ledger.Ledger
	hub     *feed.Hub
	limiter *limit.Limiter
	pace    Pace
}

// New returns the chat domain. Its streams come from a hub on the same store.
func New(l *ledger.Ledger, h *feed.Hub, p Pace) *Service {
	return &Service{ledger: l, hub: h, limiter: limit.New(l.Now), pace: p.withDefaults()}
}

// write describes a mutation of ChatService.
func write(c access.Caller, fullMethod string, r proto.Message, idempotencyKey string, reads ...[]byte) ledger.Write {
	w := ledger.Write{Caller: c, Method: strings.TrimPrefix(fullMethod, "/"), Request: r, Key: idempotencyKey}
	if len(reads) > 0 {
		w.Reads = slices.Values(reads)
	}
	return w
}

// checkMetadata refuses metadata above its bound.
func checkMetadata(metadata map[string]string) error {
	size := 0
	for k, v := range metadata {
		size += len(k) + len(v)
	}
	if size > MaxMetadata {
		return reason.New(typev1.Reason_REASON_METADATA_TOO_LARGE, "metadata has %d bytes of keys and values, at most %d are allowed", size, MaxMetadata)
	}
	return nil
}

// encode makes the bytes of an event that every subscriber is sent.
func encode(e *chatv1.ChatEvent) ([]byte, error) { return proto.Marshal(e) }

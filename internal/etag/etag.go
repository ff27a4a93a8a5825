// Package etag names the versions of what administrators change, so that nobody overwrites what he has not read.
package etag

import (
	"strconv"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/opaque"
	"github.com/parley-interop/parley/internal/reason"
)

// Initial is the etag of what was never changed and has its defaults.
const Initial = "0"

// Next returns the etag of what tx writes next. It differs from that of every other transaction, also after the log was
// restored from a backup and its positions are given out again.
func Next(tx *ledger.Tx) string {
	position := ledger.Revision(tx.Head() + 1)
	return strconv.FormatUint(opaque.Hash(position, strconv.FormatInt(tx.Now.UnixNano(), 10)), 36)
}

// Check compares the etag that a request carries with the one that is there. The empty one fits any; another one than is
// there is ETAG_MISMATCH.
func Check(sent, there string) error {
	if sent == "" || sent == there {
		return nil
	}
	return reason.New(typev1.Reason_REASON_ETAG_MISMATCH, "it has changed since etag %q was read: read it again, and repeat the change with its new etag", sent)
}

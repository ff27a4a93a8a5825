// Package page cuts lists into pages. A page token belongs to one caller and one request; it names the key that the next
// page begins with, so pages neither repeat nor skip what stays in the list while others write.
package page

import (
	"bytes"
	"math"
	"strconv"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/opaque"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// version is the form of the tokens.
const version = 1

// Request is a request for a page.
type Request interface {
	proto.Message
	GetPageSize() int32
	GetPageToken() string
}

// Page is one page to be filled.
type Page struct {
	// Size is how many to return at most.
	Size int
	list uint64
	next []byte
}

// Open reads the page that a request asks for. usual is the size where it names none, and most the largest. A token that
// is damaged or belongs to another caller or request is PAGE_TOKEN_INVALID.
func Open(c access.Caller, r Request, usual, most int) (Page, error) {
	p := Page{Size: usual, list: fingerprint(c, r)}
	if n := int(r.GetPageSize()); n > 0 {
		p.Size = min(n, most)
	}
	if r.GetPageToken() == "" {
		return p, nil
	}
	token := &recordv1.PageToken{}
	if err := opaque.DecodeText(r.GetPageToken(), token); err != nil || token.GetVersion() != version {
		return Page{}, reason.New(typev1.Reason_REASON_PAGE_TOKEN_INVALID, "page_token is damaged: send the next_page_token of the page before, unchanged")
	}
	if token.GetList() != p.list {
		return Page{}, foreign()
	}
	p.next = token.GetNext()
	return p, nil
}

func foreign() error {
	return reason.New(typev1.Reason_REASON_PAGE_TOKEN_INVALID, "page_token belongs to another caller or another request: only page_size may change between pages")
}

// fingerprint tells lists apart: the caller and the request without its page fields.
func fingerprint(c access.Caller, r Request) uint64 {
	bare := proto.Clone(r).ProtoReflect()
	fields := bare.Descriptor().Fields()
	for _, name := range []protoreflect.Name{"page_size", "page_token"} {
		bare.Clear(fields.ByName(name))
	}
	// A request that was received always encodes.
	b, _ := proto.MarshalOptions{Deterministic: true}.Marshal(bare.Interface())
	return opaque.Hash(strconv.Itoa(int(c.Kind)), c.Name(), string(bare.Descriptor().FullName()), string(b))
}

// Token returns the token of the page that begins with a key.
func (p Page) Token(next []byte) string {
	return opaque.EncodeText(&recordv1.PageToken{Version: version, List: p.list, Next: next})
}

// Next returns the key that the page begins with; nil for the first page.
func (p Page) Next() []byte { return p.next }

// Scan calls take with the pairs of r from where the page begins, until Size of them were taken, and returns the token of
// the next page; empty if there is none. take returns whether it took the pair; those it leaves out do not count.
func (p Page) Scan(tx store.ReadTx, r store.Range, take func(store.Pair) (bool, error)) (string, error) {
	return p.ScanSome(tx, r, math.MaxInt, take)
}

// ScanSome is Scan where most of what is looked through may be left out: it stops after so many pairs, and then the page
// may have fewer than Size, even none, though more follow.
func (p Page) ScanSome(tx store.ReadTx, r store.Range, most int, take func(store.Pair) (bool, error)) (string, error) {
	r, err := p.from(r)
	if err != nil {
		return "", err
	}
	taken, seen := 0, 0
	for pair, err := range tx.Scan(r) {
		if err != nil {
			return "", err
		}
		if taken == p.Size || seen == most {
			return p.Token(pair.Key), nil
		}
		seen++
		ok, err := take(pair)
		if err != nil {
			return "", err
		}
		if ok {
			taken++
		}
	}
	return "", nil
}

// from narrows r to what the page and those after it have.
func (p Page) from(r store.Range) (store.Range, error) {
	if p.next == nil {
		return r, nil
	}
	if bytes.Compare(p.next, r.From) < 0 || bytes.Compare(p.next, r.To) >= 0 {
		return r, foreign()
	}
	if r.Reverse {
		r.To = append(bytes.Clone(p.next), 0)
	} else {
		r.From = p.next
	}
	return r, nil
}

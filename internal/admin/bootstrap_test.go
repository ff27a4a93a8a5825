package admin_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/store"
)

func credentialsPath(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "credentials.json")
}

func TestTheFirstStartMakesCredentialsThatWork(t *testing.T) {
	l, path := ledgertest.New(t), credentialsPath(t)
	c, err := admin.Bootstrap(t.Context(), l, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{c.OperatorKey, c.ResourceKeys[0], c.ResourceKeys[1], c.TenantAdminKey} {
		if _, err := authenticate(t, l, k); err != nil {
			t.Errorf("a key does not work: %v", err)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}
	stands, err := admin.ReadCredentials(path)
	if err != nil || *stands != *c {
		t.Errorf("the file has %v, %v", stands, err)
	}
}

func TestTheFileHasTheNamesThatAreDocumented(t *testing.T) {
	path := credentialsPath(t)
	if _, err := admin.Bootstrap(t.Context(), ledgertest.New(t), path); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(content, &got); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"operator_key", "resource_id", "resource_keys", "tenant_id", "tenant_admin_key"} {
		if got[name] == nil {
			t.Errorf("there is no %s", name)
		}
	}
}

func TestTheSecondStartMakesNothing(t *testing.T) {
	l, path := ledgertest.New(t), credentialsPath(t)
	if _, err := admin.Bootstrap(t.Context(), l, path); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil { // as careful operators do
		t.Fatal(err)
	}
	c, err := admin.Bootstrap(t.Context(), l, path)
	if c != nil || err != nil {
		t.Errorf("it made %v, %v", c, err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file is back: %v", err)
	}
}

// brittle is a store whose updates fail while broken is set, as if the process had ended before the commit.
type brittle struct {
	store.Store

	broken bool
}

func (b *brittle) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	if b.broken {
		return store.ErrUnavailable
	}
	return b.Store.Update(ctx, fn, reads...)
}

func TestAFirstStartThatDidNotFinishIsFinished(t *testing.T) {
	whole, path := ledgertest.New(t), credentialsPath(t)
	s := &brittle{Store: whole.Store(), broken: true}
	l := ledger.New(s, whole.Now)
	if _, err := admin.Bootstrap(t.Context(), l, path); !errors.Is(err, store.ErrUnavailable) {
		t.Fatalf("the error is %v", err)
	}
	left, err := admin.ReadCredentials(path)
	if err != nil || left == nil {
		t.Fatalf("the file has %v, %v", left, err)
	}
	if err := os.Chmod(path, 0o644); err != nil { // somebody looked at it
		t.Fatal(err)
	}
	s.broken = false
	c, err := admin.Bootstrap(t.Context(), l, path)
	if err != nil || *c != *left {
		t.Fatalf("it made %v, %v", c, err)
	}
	if _, err := authenticate(t, l, c.OperatorKey); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}
}

func TestOfTwoFirstStartsOneWins(t *testing.T) {
	whole := ledgertest.New(t)
	mine, other := credentialsPath(t), credentialsPath(t)
	// The other broker commits between the look at the store and the commit of this one.
	s := &overtaken{Store: whole.Store(), by: func() {
		if _, err := admin.Bootstrap(t.Context(), whole, other); err != nil {
			t.Error(err)
		}
	}}
	c, err := admin.Bootstrap(t.Context(), ledger.New(s, whole.Now), mine)
	if c != nil || err != nil {
		t.Errorf("it made %v, %v", c, err)
	}
	if _, err := os.Stat(mine); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file stands whose keys let nobody in: %v", err)
	}
}

type overtaken struct {
	store.Store

	by func()
}

func (o *overtaken) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	o.by()
	return o.Store.Update(ctx, fn, reads...)
}

func TestADamagedFileIsNotOverwritten(t *testing.T) {
	good := credentialsPath(t)
	c, err := admin.Bootstrap(t.Context(), ledgertest.New(t), good)
	if err != nil {
		t.Fatal(err)
	}
	swapped := *c
	swapped.OperatorKey = c.TenantAdminKey
	same := *c
	same.TenantID = c.ResourceID
	tests := map[string]any{"no JSON": "{", "empty": struct{}{}, "keys in the wrong places": swapped, "one id for two": same}
	for name, content := range tests {
		t.Run(name, func(t *testing.T) {
			path := credentialsPath(t)
			b, err := json.Marshal(content)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err = admin.Bootstrap(t.Context(), ledgertest.New(t), path)
			if err == nil || !strings.Contains(err.Error(), path) {
				t.Errorf("the error is %v", err)
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, b) {
				t.Errorf("the file was changed: %v", err)
			}
		})
	}
}

func authenticate(t *testing.T, l *ledger.Ledger, bearer string) (c access.Caller, err error) {
	t.Helper()
	err = l.Store().View(t.Context(), func(tx store.ReadTx) error {
		found, err := access.NewAuthenticator(l.Now).Authenticate(tx, bearer, "")
		if err == nil {
			c = *found
		}
		return err
	})
	return c, err
}

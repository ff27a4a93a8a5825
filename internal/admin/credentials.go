package admin

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
)

// Credentials are what the first start of a broker makes, in the form of its credentials file.
type Credentials struct {
	// OperatorKey is the key of the operator.
	OperatorKey string `json:"operator_key"`
	// ResourceID is a resource to develop with.
	ResourceID string `json:"resource_id"`
	// ResourceKeys are its keys, primary and secondary.
	ResourceKeys [2]string `json:"resource_keys"`
	// TenantID is a tenant to develop with.
	TenantID string `json:"tenant_id"`
	// TenantAdminKey is its admin key.
	TenantAdminKey string `json:"tenant_admin_key"`
}

func newCredentials() *Credentials {
	made := newResourceKeys()
	return &Credentials{
		OperatorKey:    access.NewKey(typev1.CallerKind_CALLER_KIND_OPERATOR).Text(),
		ResourceID:     uuid.NewString(),
		ResourceKeys:   [2]string{made[0].Text(), made[1].Text()},
		TenantID:       uuid.NewString(),
		TenantAdminKey: newTenantKeys()[0].Text(),
	}
}

// keys returns the keys of the operator, the resource and the tenant.
func (c *Credentials) keys() (operator, resource, tenant []access.Key, err error) {
	operator, operatorErr := parseKeys(typev1.CallerKind_CALLER_KIND_OPERATOR, c.OperatorKey)
	resource, resourceErr := parseKeys(typev1.CallerKind_CALLER_KIND_RESOURCE, c.ResourceKeys[:]...)
	tenant, tenantErr := parseKeys(typev1.CallerKind_CALLER_KIND_TENANT_ADMIN, c.TenantAdminKey)
	return operator, resource, tenant, errors.Join(operatorErr, resourceErr, tenantErr)
}

func parseKeys(kind typev1.CallerKind, texts ...string) ([]access.Key, error) {
	keys := make([]access.Key, 0, len(texts))
	for _, text := range texts {
		k, err := access.ParseKey(text)
		if err != nil {
			return nil, err
		}
		if k.Kind != kind {
			return nil, fmt.Errorf("%s is not a key of kind %s", k, kind)
		}
		keys = append(keys, k)
	}
	return keys, nil
}

// check reports what is wrong with credentials that were read.
func (c *Credentials) check() error {
	_, _, _, err := c.keys()
	for _, id := range []string{c.ResourceID, c.TenantID} {
		if parsed, parseErr := uuid.Parse(id); parseErr != nil || parsed.String() != id {
			err = errors.Join(err, fmt.Errorf("%q is not a GUID in lower case", id))
		}
	}
	if c.ResourceID == c.TenantID {
		err = errors.Join(err, errors.New("the resource and the tenant have the same id"))
	}
	return err
}

// ReadCredentials reads a credentials file. It returns nil if there is none.
func ReadCredentials(path string) (*Credentials, error) {
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	c := &Credentials{}
	if err := json.Unmarshal(content, c); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return c, nil
}

// WriteCredentials writes a credentials file that only its owner may read. The file is there whole, and stays after a loss of
// power, or it is as it was.
func WriteCredentials(path string, c *Credentials) error {
	content, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	folder := filepath.Dir(path)
	fresh, err := os.CreateTemp(folder, ".credentials-*") // with mode 0600
	if err != nil {
		return err
	}
	_, writeErr := fresh.Write(append(content, '\n'))
	if err := errors.Join(writeErr, fresh.Sync(), fresh.Close()); err != nil {
		return errors.Join(err, os.Remove(fresh.Name()))
	}
	if err := os.Rename(fresh.Name(), path); err != nil {
		return errors.Join(err, os.Remove(fresh.Name()))
	}
	return syncFolder(folder)
}

// syncFolder makes the names in a folder durable.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

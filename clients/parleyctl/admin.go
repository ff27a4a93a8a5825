package main

import (
	"slices"
	"strings"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
)

type resourceCommands struct {
	Create resourceCreate `cmd:"" help:"Make a resource and show its keys, this once."`
	List   resourceList   `cmd:"" help:"List the resources."`
	Get    resourceGet    `cmd:"" help:"Show a resource."`
	Delete resourceDelete `cmd:"" help:"Delete a resource: its keys and tokens stop working at once."`
}

var resourceColumns = []string{"ID=resourceId", "NAME=displayName", "CREATED=createTime"}

type resourceCreate struct {
	Name string `arg:"" help:"Name to show."`
}

// Run makes a resource.
func (r *resourceCreate) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Admin.CreateResource(s.ctx, &adminv1.CreateResourceRequest{Resource: &adminv1.Resource{DisplayName: r.Name}})
	if err != nil {
		return err
	}
	return s.show(answer, "ID=resource.resourceId", "NAME=resource.displayName", "PRIMARY KEY=keys.0.secret", "SECONDARY KEY=keys.1.secret")
}

type resourceList struct{}

// Run lists the resources.
func (*resourceList) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	return list(s, c.Admin.Resources(s.ctx, &adminv1.ListResourcesRequest{}), resourceColumns...)
}

type resourceGet struct {
	Resource string `arg:"" help:"Id of the resource."`
}

// Run shows a resource.
func (r *resourceGet) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Admin.GetResource(s.ctx, &adminv1.GetResourceRequest{ResourceId: r.Resource})
	if err != nil {
		return err
	}
	return s.show(answer.GetResource(), resourceColumns...)
}

type resourceDelete struct {
	Resource string `arg:"" help:"Id of the resource."`
}

// Run deletes a resource.
func (r *resourceDelete) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	_, err = c.Admin.DeleteResource(s.ctx, &adminv1.DeleteResourceRequest{ResourceId: r.Resource})
	return err
}

type keyCommands struct {
	List   keyList   `cmd:"" help:"List keys, without their secrets."`
	Rotate keyRotate `cmd:"" help:"Replace a key; the old one stops working at once, and the new one is shown this once."`
}

// keyOwner is whose keys are meant.
type keyOwner struct {
	Resource string `xor:"owner" required:"" help:"Keys of a resource." placeholder:"GUID"`
	Tenant   string `xor:"owner" required:"" help:"Key of a tenant." placeholder:"GUID"`
	Operator bool   `xor:"owner" required:"" help:"Keys of the operator."`
}

type keyList struct{ keyOwner }

// Run lists the keys.
func (k *keyList) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	request := &adminv1.ListKeysRequest{}
	switch {
	case k.Resource != "":
		request.Owner = &adminv1.ListKeysRequest_ResourceId{ResourceId: k.Resource}
	case k.Tenant != "":
		request.Owner = &adminv1.ListKeysRequest_TenantId{TenantId: k.Tenant}
	default:
		request.Owner = &adminv1.ListKeysRequest_Operator{Operator: true}
	}
	answer, err := c.Admin.ListKeys(s.ctx, request)
	if err != nil {
		return err
	}
	return list(s, withoutErrors(answer.GetKeys()), "ID=keyId", "SLOT=slot", "CREATED=createTime")
}

// withoutErrors is a list as an iterator that never fails.
func withoutErrors[T any](all []T) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		for item := range slices.Values(all) {
			if !yield(item, nil) {
				return
			}
		}
	}
}

type keyRotate struct {
	keyOwner
	Slot string `help:"Which key: ${enum}." enum:"primary,secondary" default:"primary"`
}

// Run rotates a key.
func (k *keyRotate) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	request := &adminv1.RotateKeyRequest{Slot: adminv1.KeySlot(adminv1.KeySlot_value["KEY_SLOT_"+strings.ToUpper(k.Slot)])}
	switch {
	case k.Resource != "":
		request.Owner = &adminv1.RotateKeyRequest_ResourceId{ResourceId: k.Resource}
	case k.Tenant != "":
		request.Owner = &adminv1.RotateKeyRequest_TenantId{TenantId: k.Tenant}
	default:
		request.Owner = &adminv1.RotateKeyRequest_Operator{Operator: true}
	}
	answer, err := c.Admin.RotateKey(s.ctx, request)
	if err != nil {
		return err
	}
	return s.show(answer.GetKey(), "ID=key.keyId", "SLOT=key.slot", "SECRET=secret")
}

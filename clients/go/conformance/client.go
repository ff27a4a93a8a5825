package main

import (
	"context"
	"errors"
	"os"
	"reflect"
	"strings"
	"sync/atomic"
	"time"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	parley "github.com/parley-interop/parley/clients/go"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
)

// client is a client of the layer, and the text that it shows if that can be replaced.
type client struct {
	*parley.Client

	bearer *replaceable
}

// replaceable is a credential whose text can be set.
type replaceable struct{ text atomic.Value }

// Bearer returns the latest text.
func (r *replaceable) Bearer(context.Context) (string, error) {
	text, ok := r.text.Load().(string)
	if !ok {
		return "", errors.New("no credential was given")
	}
	return text, nil
}

func (d *driver) connect(_ context.Context, r *request) (fields, error) {
	opts, err := r.layerOptions()
	if err != nil {
		return nil, err
	}
	c := &client{bearer: &replaceable{}}
	var shown parley.Credential = c.bearer
	switch {
	case r.Credential == nil:
		shown = nil
	case r.Credential.Provider:
		shown = d.provider(r.Handle)
	default:
		c.bearer.text.Store(r.Credential.Key + r.Credential.Token)
	}
	if c.Client, err = parley.Connect(r.Address, shown, opts...); err != nil {
		return nil, err
	}
	d.with(func() { d.clients[r.Handle] = c })
	return nil, nil
}

func (r *request) layerOptions() ([]parley.Option, error) {
	var opts []parley.Option
	switch r.Transport {
	case "plaintext":
		opts = append(opts, parley.WithPlaintext())
	case "tls":
		opts = append(opts, parley.WithTLS(nil))
	}
	if r.CAFile != "" {
		pem, err := os.ReadFile(r.CAFile)
		if err != nil {
			return nil, protocolError(err.Error())
		}
		opts = append(opts, parley.WithAuthorities(pem))
	}
	if r.Options.TimeoutMS > 0 {
		opts = append(opts, parley.WithTimeout(time.Duration(r.Options.TimeoutMS)*time.Millisecond))
	}
	if r.Options.MaxAttempts > 0 {
		opts = append(opts, parley.WithMaxAttempts(r.Options.MaxAttempts))
	}
	return opts, nil
}

func (d *driver) asUser(_ context.Context, r *request) (fields, error) {
	c, err := d.client(r.Connection)
	if err != nil {
		return nil, err
	}
	d.with(func() { d.clients[r.Handle] = &client{Client: c.AsUser(r.User), bearer: c.bearer} })
	return nil, nil
}

func (d *driver) setToken(_ context.Context, r *request) (fields, error) {
	c, err := d.client(r.Connection)
	if err != nil {
		return nil, err
	}
	c.bearer.text.Store(r.Token)
	return nil, nil
}

func (d *driver) close(_ context.Context, r *request) (fields, error) {
	c, err := d.client(r.Connection)
	if err != nil {
		return nil, err
	}
	return nil, c.Close()
}

func (d *driver) client(handle string) (*client, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if c, ok := d.clients[handle]; ok {
		return c, nil
	}
	return nil, protocolError("no connection " + handle)
}

// call calls the method of the layer that has the name of the method.
func (d *driver) call(ctx context.Context, r *request) (fields, error) {
	c, err := d.client(r.Connection)
	if err != nil {
		return nil, err
	}
	if r.TimeoutMS > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Duration(r.TimeoutMS)*time.Millisecond)
		defer cancel()
	}
	if r.Method == "directory.ImportTenantUsers" {
		return importUsers(ctx, c, r)
	}
	method, err := c.method(r.Method)
	if err != nil {
		return nil, err
	}
	message, err := read(method.Type().In(1), r.Request)
	if err != nil {
		return nil, err
	}
	return answered(method.Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(message)}))
}

// method finds a method of the layer by its name in the contract.
func (c *client) method(name string) (reflect.Value, error) {
	service, rpc, _ := strings.Cut(name, ".")
	objects := map[string]any{"chat": c.Chat, "call": c.Calls, "policy": c.Policy, "identity": c.Identity, "directory": c.Directory, "admin": c.Admin}
	object, ok := objects[service]
	if !ok {
		return reflect.Value{}, protocolError("no service " + service)
	}
	method := reflect.ValueOf(object).MethodByName(rpc)
	if !method.IsValid() {
		return method, protocolError("no method " + name)
	}
	return method, nil
}

// read makes a request of a type from its JSON form.
func read(of reflect.Type, form []byte) (proto.Message, error) {
	message, ok := reflect.New(of.Elem()).Interface().(proto.Message)
	if !ok {
		return nil, protocolError(of.String() + " is no message")
	}
	if len(form) == 0 {
		return message, nil
	}
	if err := protojson.Unmarshal(form, message); err != nil {
		return nil, protocolError(err.Error())
	}
	return message, nil
}

// answered is the answer of a method in its JSON form.
func answered(results []reflect.Value) (fields, error) {
	if err, ok := results[1].Interface().(error); ok {
		return nil, err
	}
	message, ok := results[0].Interface().(proto.Message)
	if !ok {
		return nil, protocolError("the method answers no message")
	}
	return fields{"response": form(message)}, nil
}

// importUsers sends the users of all requests through the layer's import.
func importUsers(ctx context.Context, c *client, r *request) (fields, error) {
	var tenant string
	var users []*directoryv1.TenantUser
	for _, one := range r.Requests {
		message := &directoryv1.ImportTenantUsersRequest{}
		if err := protojson.Unmarshal(one, message); err != nil {
			return nil, protocolError(err.Error())
		}
		tenant, users = message.GetTenantId(), append(users, message.GetUsers()...)
	}
	each := func(yield func(*directoryv1.TenantUser) bool) {
		for _, u := range users {
			if !yield(u) {
				return
			}
		}
	}
	response, err := c.Directory.Import(ctx, tenant, each, nil)
	if err != nil {
		return nil, err
	}
	return fields{"response": form(response)}, nil
}

// iterators are the layer's iterators over pages, by the method that they call.
var iterators = map[string]string{
	"chat.ListThreads": "Threads", "chat.ListParticipants": "Participants", "chat.ListMessages": "Messages", "chat.ListReadReceipts": "ReadReceipts",
	"call.ListCalls": "All", "call.ListNotices": "Notices", "identity.ListUsers": "Users",
	"policy.ListExternalAccessPolicies": "ExternalAccessPolicies", "policy.ListExternalAccessPolicyGrants": "ExternalAccessPolicyGrants",
	"directory.FindTenantUsers": "TenantUsers", "directory.ListGroups": "Groups", "directory.ListGroupMembers": "GroupMembers",
	"directory.ListVoiceApplications": "VoiceApplications",
	"admin.ListResources":             "Resources", "admin.ListTenants": "Tenants", "admin.ListAuditRecords": "AuditRecords",
}

func (d *driver) list(ctx context.Context, r *request) (fields, error) {
	c, err := d.client(r.Connection)
	if err != nil {
		return nil, err
	}
	service, _, _ := strings.Cut(r.Method, ".")
	method, err := c.method(service + "." + iterators[r.Method])
	if err != nil {
		return nil, err
	}
	message, err := read(method.Type().In(1), r.Request)
	if err != nil {
		return nil, err
	}
	items := []any{}
	sequence := method.Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(message)})[0]
	for item, failed := range sequence.Seq2() {
		if err, ok := failed.Interface().(error); ok {
			return nil, err
		}
		if message, ok := item.Interface().(proto.Message); ok {
			items = append(items, form(message))
		} else {
			items = append(items, item.Interface())
		}
		if len(items) == r.Limit {
			break
		}
	}
	return fields{"items": items}, nil
}

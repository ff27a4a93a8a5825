package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	// The contract, which is looked up by names.
	_ "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/call/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	_ "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// services are the names of the contract's services, by the short ones of scenarios.
var services = map[string]string{
	"chat": "parley.chat.v1.ChatService", "call": "parley.call.v1.CallService", "policy": "parley.policy.v1.PolicyService",
	"identity": "parley.identity.v1.IdentityService", "directory": "parley.directory.v1.DirectoryService", "admin": "parley.admin.v1.AdminService",
}

// methodNamed finds a method such as chat.SendMessage.
func methodNamed(name string) (protoreflect.MethodDescriptor, error) {
	service, rpc, _ := strings.Cut(name, ".")
	full, ok := services[service]
	if !ok {
		return nil, fmt.Errorf("the method %q begins with no service; one is chat.SendMessage", name)
	}
	d, err := protoregistry.GlobalFiles.FindDescriptorByName(protoreflect.FullName(full + "." + rpc))
	if err != nil {
		return nil, fmt.Errorf("the contract has no method %s.%s", full, rpc)
	}
	method, ok := d.(protoreflect.MethodDescriptor)
	if !ok {
		return nil, fmt.Errorf("%s is no method", name)
	}
	return method, nil
}

// newMessage makes an empty message of a type.
func newMessage(d protoreflect.MessageDescriptor) (proto.Message, error) {
	t, err := protoregistry.GlobalTypes.FindMessageByName(d.FullName())
	if err != nil {
		return nil, err
	}
	return t.New().Interface(), nil
}

// encode gives a request the form that the driver takes. What JSON cannot say in the type is a mistake of the scenario.
func (d *driver) encode(of protoreflect.MessageDescriptor, request any) (any, error) {
	if request == nil {
		request = object{}
	}
	text, err := json.Marshal(request)
	if err != nil {
		return nil, err
	}
	m, err := newMessage(of)
	if err != nil {
		return nil, err
	}
	if err := protojson.Unmarshal(text, m); err != nil {
		return nil, fmt.Errorf("the request is no %s: %w", of.Name(), err)
	}
	if !d.binary {
		return plain(m)
	}
	wire, err := proto.Marshal(m)
	return base64.StdEncoding.EncodeToString(wire), err
}

// decode reads a message of an answer in either form, and returns it as JSON without what is not set.
func decode(of protoreflect.MessageDescriptor, answer any) (any, error) {
	m, err := newMessage(of)
	if err != nil {
		return nil, err
	}
	switch answer := answer.(type) {
	case nil:
		return nil, errors.New("the answer of the driver has no message")
	case string:
		wire, err := base64.StdEncoding.DecodeString(answer)
		if err != nil {
			return nil, fmt.Errorf("the answer of the driver is no base64: %w", err)
		}
		if err := proto.Unmarshal(wire, m); err != nil {
			return nil, fmt.Errorf("the answer of the driver is no %s: %w", of.Name(), err)
		}
	default:
		text, err := json.Marshal(answer)
		if err != nil {
			return nil, err
		}
		if err := (protojson.UnmarshalOptions{DiscardUnknown: true}).Unmarshal(text, m); err != nil {
			return nil, fmt.Errorf("the answer of the driver is no %s: %w", of.Name(), err)
		}
	}
	return plain(m)
}

// plain is a message as a JSON value.
func plain(m proto.Message) (any, error) {
	text, err := protojson.Marshal(m)
	if err != nil {
		return nil, err
	}
	var value any
	err = json.Unmarshal(text, &value)
	return value, err
}

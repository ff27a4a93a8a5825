package rpc

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// Names of request metadata.
const (
	credentialField = "authorization"
	actAsField      = "parley-act-as"
)

// openServices need no credential. Health is asked by load balancers, which have none and learn nothing but whether the broker
// serves. Reflection shows the contract, which is public anyway, and lets a person with grpcurl begin.
var openServices = []string{
	"grpc.health.v1.Health",
	"grpc.reflection.v1.ServerReflection",
	"grpc.reflection.v1alpha.ServerReflection",
}

// guard lets in who may call a method. Its rules are complete before the server serves, and never change after.
type guard struct {
	store         store.Store
	authenticator *access.Authenticator
	// rules are the declarations of the methods, by full name with a leading slash.
	rules map[string]*typev1.Authorization
}

// learn reads what the methods of the registered services declare. A service that is neither of the contract nor open, and a
// method without a declaration, is an error.
func (g *guard) learn(services map[string]grpc.ServiceInfo) error {
	rules := map[string]*typev1.Authorization{}
	for name := range services {
		if slices.Contains(openServices, name) {
			continue
		}
		if err := declared(name, rules); err != nil {
			return err
		}
	}
	g.rules = rules
	return nil
}

func declared(service string, rules map[string]*typev1.Authorization) error {
	found, err := protoregistry.GlobalFiles.FindDescriptorByName(protoreflect.FullName(service))
	if err != nil {
		return fmt.Errorf("service %s: %w", service, err)
	}
	descriptor, ok := found.(protoreflect.ServiceDescriptor)
	if !ok {
		return fmt.Errorf("%s is not a service", service)
	}
	methods := descriptor.Methods()
	for i := range methods.Len() {
		rule := declaration(methods.Get(i))
		if rule == nil {
			return fmt.Errorf("method %s does not declare who may call it: give it the option parley.type.v1.authorization", methods.Get(i).FullName())
		}
		rules["/"+service+"/"+string(methods.Get(i).Name())] = rule
	}
	return nil
}

// declaration returns who may call a method, or nil where that is not said.
func declaration(m protoreflect.MethodDescriptor) *typev1.Authorization {
	options, _ := m.Options().(*descriptorpb.MethodOptions)
	rule, _ := proto.GetExtension(options, typev1.E_Authorization).(*typev1.Authorization)
	if len(rule.GetCallers()) == 0 {
		return nil
	}
	return rule
}

// admit returns the caller, and notes in the record of a call who it is, or refuses the call. A method that it has no rule for is
// open to nobody.
func (g *guard) admit(ctx context.Context, c *call) (*access.Caller, error) {
	caller, err := g.authenticate(ctx)
	if err != nil {
		return nil, err
	}
	c.caller = caller
	return caller, access.Authorize(*caller, g.rules[c.method])
}

func isOpen(method string) bool {
	service, _, _ := strings.Cut(strings.TrimPrefix(method, "/"), "/")
	return slices.Contains(openServices, service)
}

func (g *guard) authenticate(ctx context.Context) (*access.Caller, error) {
	bearer, err := bearer(metadata.ValueFromIncomingContext(ctx, credentialField))
	if err != nil {
		return nil, err
	}
	actAs, err := actAs(metadata.ValueFromIncomingContext(ctx, actAsField))
	if err != nil {
		return nil, err
	}
	var caller *access.Caller
	err = g.store.View(ctx, func(tx store.ReadTx) (err error) {
		caller, err = g.authenticator.Authenticate(tx, bearer, actAs)
		return err
	})
	return caller, err
}

// bearer returns the credential of a request by the values of its field; empty if it has none.
func bearer(values []string) (string, error) {
	if len(values) == 0 || len(values) == 1 && values[0] == "" {
		return "", nil
	}
	if len(values) > 1 {
		return "", malformed("the request has %d values of metadata `authorization`: send one", len(values))
	}
	scheme, credential, _ := strings.Cut(values[0], " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return "", malformed("metadata `authorization` has the form `Bearer <key or token>`")
	}
	return strings.TrimSpace(credential), nil
}

func malformed(format string, args ...any) error {
	return reason.New(typev1.Reason_REASON_CREDENTIAL_MALFORMED, format, args...)
}

// actAs returns the raw id of the user that the request acts as, by the values of its field; empty if it names none.
func actAs(values []string) (string, error) {
	if len(values) == 0 {
		return "", nil
	}
	if len(values) > 1 {
		return "", reason.New(typev1.Reason_REASON_INVALID_IDENTIFIER, "the request has %d values of metadata `parley-act-as`: send one", len(values))
	}
	_, err := identifier.Parse(values[0])
	return values[0], err
}

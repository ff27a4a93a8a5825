// Package parley is the Go client of the Parley interop broker: chat and calls between the users of an application and the
// Teams users of an organisation.
//
// A [Client] is one connection with one object for each service of the contract. The objects have the methods of the
// generated stubs, which take and return the generated messages of gen/go, and what makes them pleasant to use: streams
// that resume by themselves, iterators over pages, a pipelined sender, incoming calls.
//
// Every unary call has a deadline, is tried again where the contract allows it, and carries an idempotency key where its
// request has room for one. Every error is an [*Error].
//
// Everything here may be used by many goroutines at once, unless it says otherwise.
package parley

import (
	"errors"
	"fmt"

	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// Version is the version of this package, the same as that of all other parts of Parley.
const Version = "0.1.0"

// Client speaks with one broker as one caller. Copies for other users come from [Client.AsUser] and share its connection.
type Client struct {
	// Chat carries threads and messages.
	Chat *Chat
	// Calls carries calls.
	Calls *Calls
	// Policy says who may meet whom.
	Policy *Policy
	// Identity keeps the users of a resource, and issues tokens.
	Identity *Identity
	// Directory keeps the users and groups of a tenant.
	Directory *Directory
	// Admin keeps resources, tenants and keys.
	Admin *Admin

	layer *layer
	conn  *grpc.ClientConn
}

// Connect makes a client for the broker at an address, `host:port`. It speaks TLS, and plaintext to a loopback address,
// unless the options say otherwise. It does not wait for the broker: that it cannot be reached is told by the first call.
// The credential is a [Bearer] or made by [Tokens]. Close the client when it is not needed any more.
func Connect(address string, credential Credential, opts ...Option) (*Client, error) {
	if credential == nil {
		return nil, errors.New("parley: a credential is needed: an access key or a token, as parley.Bearer(text)")
	}
	s := defaults(address)
	for _, o := range opts {
		o(&s)
	}
	transport, err := s.transport()
	if err != nil {
		return nil, err
	}
	dial := append([]grpc.DialOption{
		grpc.WithTransportCredentials(transport),
		grpc.WithUserAgent("parley-go/" + Version),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessage)),
		grpc.WithConnectParams(grpc.ConnectParams{Backoff: reconnect, MinConnectTimeout: s.timeout}),
	}, s.dial...)
	conn, err := grpc.NewClient(address, dial...)
	if err != nil {
		return nil, fmt.Errorf("parley: %q is no address such as broker.example:7755: %w", address, err)
	}
	return newClient(conn, &layer{conn: conn, settings: s, credential: credential}), nil
}

// maxMessage bounds what the broker may answer, in bytes: a full page of messages is 28 KiB times 200, and some.
const maxMessage = 64 << 20

// reconnect is how a lost connection is tried again; the calls have their own patience on top of it.
var reconnect = backoff.Config{BaseDelay: firstDelay, Multiplier: delayGrowth, Jitter: 0.2, MaxDelay: maxDelay}

func newClient(conn *grpc.ClientConn, l *layer) *Client {
	c := &Client{conn: conn, layer: l}
	c.Chat = &Chat{ChatServiceClient: chatv1.NewChatServiceClient(l), layer: l}
	c.Identity = &Identity{IdentityServiceClient: identityv1.NewIdentityServiceClient(l)}
	c.Calls = &Calls{CallServiceClient: callv1.NewCallServiceClient(l), layer: l, self: &self{identity: c.Identity}}
	c.Policy = &Policy{PolicyServiceClient: policyv1.NewPolicyServiceClient(l), layer: l}
	c.Directory = &Directory{DirectoryServiceClient: directoryv1.NewDirectoryServiceClient(l)}
	c.Admin = &Admin{AdminServiceClient: adminv1.NewAdminServiceClient(l)}
	return c
}

// AsUser returns a client that acts as a user of the resource whose access key this client has. It costs next to nothing,
// shares the connection, and is not closed on its own. The user is its raw id, or an [Identifier]'s RawID.
func (c *Client) AsUser(rawID string) *Client {
	l := *c.layer
	l.actAs = rawID
	return newClient(c.conn, &l)
}

// Conn returns what the stubs of this client speak through: for the generated code of services that this package does not
// wrap. Its calls have the deadline, the credential, the retries and the errors of all others.
func (c *Client) Conn() grpc.ClientConnInterface { return c.layer }

// Close ends the connection, and everything that is open on it, for the clients made by AsUser as well.
func (c *Client) Close() error { return c.conn.Close() }

// Must returns the value, and panics with the error if there is one. It is for programs that have nothing better to do about
// a failure than to end: first steps, scripts and tests.
func Must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

package parley_test

import (
	"context"
	"errors"
	"fmt"

	parley "github.com/parley-interop/parley/clients/go"
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// The address and the access key of the examples, as the broker has written them into its credentials.json.
func credentials() (address, key string) {
	b, err := shared()
	if err != nil {
		panic(err)
	}
	return b.Address, b.ResourceKeys[0]
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// exampleThread makes a user and a thread of it.
func exampleThread(ctx context.Context, backend *parley.Client) (anna *parley.Client, thread string) {
	user := must(backend.Identity.CreateUser(ctx, &identityv1.CreateUserRequest{DisplayName: "Anna"}))
	anna = backend.AsUser(user.GetUser().GetIdentifier().GetRawId())
	return anna, must(anna.Chat.CreateThread(ctx, &chatv1.CreateThreadRequest{Topic: "The roof"})).GetThread().GetThreadId()
}

// A backend acts as its user, sends a message, and follows the thread.
func Example() {
	ctx := context.Background()
	address, key := credentials()
	backend := must(parley.Connect(address, parley.Bearer(key)))
	defer backend.Close()
	anna, thread := exampleThread(ctx, backend)

	must(anna.Chat.Send(ctx, thread, "The roof leaks."))
	for r, err := range anna.Chat.Follow(ctx, parley.FromBeginning(), parley.Only(thread)).Events() {
		if err != nil {
			fmt.Println(err)
			return
		}
		if m := r.GetEvent().GetMessageSent().GetMessage(); m != nil {
			fmt.Println(m.GetSenderDisplayName()+":", m.GetContent())
			return
		}
	}
	// Output: Anna: The roof leaks.
}

// A stream is left, and goes on later where it was.
func ExampleStream_Cursor() {
	ctx := context.Background()
	address, key := credentials()
	backend := must(parley.Connect(address, parley.Bearer(key)))
	defer backend.Close()
	anna, thread := exampleThread(ctx, backend)
	for _, text := range []string{"one", "two"} {
		must(anna.Chat.Send(ctx, thread, text))
	}
	next := func(events *parley.Stream[*chatv1.SubscribeResponse]) string {
		for {
			if m := must(events.Next()).GetEvent().GetMessageSent(); m != nil {
				return m.GetMessage().GetContent()
			}
		}
	}

	events := anna.Chat.Follow(ctx, parley.FromBeginning())
	fmt.Println(next(events))
	saved := events.Cursor()
	events.Close()

	again := anna.Chat.Follow(ctx, parley.FromCursor(saved))
	defer again.Close()
	fmt.Println(next(again))
	// Output:
	// one
	// two
}

// Many messages are sent without waiting for each.
func ExampleChat_Sender() {
	ctx := context.Background()
	address, key := credentials()
	backend := must(parley.Connect(address, parley.Bearer(key)))
	defer backend.Close()
	anna, thread := exampleThread(ctx, backend)

	sender := anna.Chat.Sender(ctx, 0)
	var last *parley.Pending
	for i := range 1000 {
		last = must(sender.Send(ctx, &chatv1.SendMessageRequest{ThreadId: thread, Content: fmt.Sprint("message ", i)}))
	}
	if err := sender.Close(); err != nil {
		fmt.Println(err)
	}
	fmt.Println("number", must(last.Wait(ctx)).GetSequenceId())
	// Output: number 1002
}

// Tokens are got when they are needed, and again before they expire.
func ExampleTokens() {
	ctx := context.Background()
	address, key := credentials()
	backend := must(parley.Connect(address, parley.Bearer(key)))
	defer backend.Close()
	user := must(backend.Identity.CreateUser(ctx, &identityv1.CreateUserRequest{})).GetUser()

	anna := must(parley.Connect(address, parley.Tokens(func(ctx context.Context) (parley.Token, error) {
		issued, err := backend.Identity.IssueToken(ctx, &identityv1.IssueTokenRequest{
			Identifier: user.GetIdentifier(), Scopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT},
		})
		return parley.Token{Text: issued.GetAccessToken().GetToken()}, err
	})))
	defer anna.Close()
	fmt.Println(must(anna.Identity.GetCaller(ctx, &identityv1.GetCallerRequest{})).GetKind())
	// Output: CALLER_KIND_COMMUNICATION_USER
}

// An incoming call is answered, and hung up.
func ExampleCallStream_Incoming() {
	ctx := context.Background()
	address, key := credentials()
	backend := must(parley.Connect(address, parley.Bearer(key)))
	defer backend.Close()
	anna, _ := exampleThread(ctx, backend)
	user := must(backend.Identity.CreateUser(ctx, &identityv1.CreateUserRequest{DisplayName: "Ben"})).GetUser()
	ben := backend.AsUser(user.GetIdentifier().GetRawId())

	calls := ben.Calls.Follow(ctx, parley.OnDevice("phone"), parley.FromBeginning())
	defer calls.Close()
	must(anna.Calls.StartCall(ctx, &callv1.StartCallRequest{Targets: []*typev1.CommunicationIdentifier{user.GetIdentifier()}, DisplayName: "Anna"}))
	incoming := must(calls.Incoming(must(calls.Next())))
	fmt.Println(incoming.Call.GetLegs()[0].GetDisplayName(), "calls")
	must(incoming.Answer(ctx, nil))
	fmt.Println(must(incoming.HangUp(ctx, nil)).GetCall().GetState())
	// Output:
	// Anna calls
	// CALL_STATE_ENDED
}

// Errors have a kind, an exact reason, and details.
func ExampleReasonOf() {
	address, key := credentials()
	backend := must(parley.Connect(address, parley.Bearer(key)))
	defer backend.Close()
	_, err := backend.Chat.GetThread(context.Background(), &chatv1.GetThreadRequest{ThreadId: "19:nothing@thread.v2"})
	fmt.Println(errors.Is(err, parley.ErrNotFound))
	switch parley.ReasonOf(err) {
	case typev1.Reason_REASON_THREAD_NOT_FOUND:
		fmt.Println("there is no such thread")
	default:
		fmt.Println(err)
	}
	// Output:
	// true
	// there is no such thread
}

// A raw id says what it names.
func ExampleParseIdentifier() {
	for _, raw := range []string{"8:orgid:11111111-1111-4111-8111-111111111111", "4:+15551234567", "28:weather-bot", "8:orgid:tess"} {
		switch i := orNothing(parley.ParseIdentifier(raw)).(type) {
		case parley.TeamsUser:
			fmt.Println("a Teams user of the cloud", i.Cloud)
		case parley.PhoneNumber:
			fmt.Println("the number", string(i))
		case parley.UnknownIdentifier:
			fmt.Println("something new:", i.RawID())
		default:
			fmt.Println("malformed")
		}
	}
	// Output:
	// a Teams user of the cloud public
	// the number +15551234567
	// something new: 28:weather-bot
	// malformed
}

// orNothing returns nothing for what is malformed.
func orNothing(i parley.Identifier, err error) parley.Identifier {
	if errors.Is(err, parley.ErrInvalidIdentifier) {
		return nil
	}
	return i
}

package main

import (
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	parley "github.com/parley-interop/parley/clients/go"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// rawID is a raw id on the command line. It is checked before anything is sent.
type rawID string

// Validate refuses what is no raw id.
func (r rawID) Validate() error {
	_, err := parley.ParseIdentifier(string(r))
	if err != nil {
		return usageError(explain(err))
	}
	return nil
}

func (r rawID) proto() *typev1.CommunicationIdentifier {
	return &typev1.CommunicationIdentifier{RawId: string(r)}
}

type whoamiCommand struct{}

// Run asks the broker.
func (*whoamiCommand) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	caller, err := c.Identity.GetCaller(s.ctx, &identityv1.GetCallerRequest{})
	if err != nil {
		return err
	}
	return s.show(caller, "KIND=kind", "USER=identifier.rawId", "RESOURCE=resourceId", "TENANT=tenantId", "KEY=keyId", "EXPIRES=expireTime")
}

type userCommands struct {
	Create userCreate `cmd:"" help:"Make a user of the resource."`
	Get    userGet    `cmd:"" help:"Show a user."`
	List   userList   `cmd:"" help:"List the users."`
	Delete userDelete `cmd:"" help:"Delete a user: its tokens stop working, and it leaves its threads."`
}

var userColumns = []string{"ID=identifier.rawId", "CUSTOM ID=customId", "NAME=displayName", "CREATED=createTime"}

type userCreate struct {
	CustomID string `name:"custom-id" help:"The application's own id of the user; the same one returns the same user."`
	Name     string `help:"Name to show."`
}

// Run makes a user.
func (u *userCreate) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Identity.CreateUser(s.ctx, &identityv1.CreateUserRequest{CustomId: u.CustomID, DisplayName: u.Name})
	if err != nil {
		return err
	}
	return s.show(answer.GetUser(), userColumns...)
}

type userGet struct {
	User rawID `arg:"" help:"Raw id of the user."`
}

// Run shows a user.
func (u *userGet) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Identity.GetUser(s.ctx, &identityv1.GetUserRequest{Identifier: u.User.proto()})
	if err != nil {
		return err
	}
	return s.show(answer.GetUser(), userColumns...)
}

type userList struct{}

// Run lists the users.
func (*userList) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	return list(s, c.Identity.Users(s.ctx, &identityv1.ListUsersRequest{}), userColumns...)
}

type userDelete struct {
	User rawID `arg:"" help:"Raw id of the user."`
}

// Run deletes a user.
func (u *userDelete) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	_, err = c.Identity.DeleteUser(s.ctx, &identityv1.DeleteUserRequest{Identifier: u.User.proto()})
	return err
}

type tokenCommands struct {
	Issue  tokenIssue  `cmd:"" help:"Make a token: of a user of the resource with its key, of a Teams user with the key of its tenant."`
	Revoke tokenRevoke `cmd:"" help:"Make all tokens of a user worthless."`
}

type tokenIssue struct {
	User     rawID         `arg:"" help:"Raw id of the user."`
	Scope    []string      `help:"What it is for: chat, voip." enum:"chat,voip" default:"chat,voip"`
	Lifetime time.Duration `help:"How long it works: 1h to 24h." default:"24h"`
}

// Run makes a token.
func (t *tokenIssue) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	var scopes []typev1.Scope
	for _, name := range t.Scope {
		scopes = append(scopes, typev1.Scope(typev1.Scope_value["SCOPE_"+strings.ToUpper(name)]))
	}
	lifetime := durationpb.New(t.Lifetime)
	columns := []string{"TOKEN=token", "EXPIRES=expireTime"}
	if strings.HasPrefix(string(t.User), "8:acs:") {
		answer, err := c.Identity.IssueToken(s.ctx, &identityv1.IssueTokenRequest{Identifier: t.User.proto(), Scopes: scopes, Lifetime: lifetime})
		if err != nil {
			return err
		}
		return s.show(answer.GetAccessToken(), columns...)
	}
	answer, err := c.Identity.IssueTenantUserToken(s.ctx, &identityv1.IssueTenantUserTokenRequest{Identifier: t.User.proto(), Scopes: scopes, Lifetime: lifetime})
	if err != nil {
		return err
	}
	return s.show(answer.GetAccessToken(), columns...)
}

type tokenRevoke struct {
	User rawID `arg:"" help:"Raw id of the user."`
}

// Run revokes the tokens.
func (t *tokenRevoke) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	_, err = c.Identity.RevokeTokens(s.ctx, &identityv1.RevokeTokensRequest{Identifier: t.User.proto()})
	return err
}

package main

import (
	"context"
	"io"
	"os"

	"github.com/alecthomas/kong"

	parley "github.com/parley-interop/parley/clients/go"
)

// session is what a command works with.
type session struct {
	globals

	ctx    context.Context
	in     io.Reader
	out    io.Writer
	errout io.Writer
	model  *kong.Application

	connected *parley.Client
}

// client connects on first use, as the flags, the environment and the context say.
func (s *session) client() (*parley.Client, error) {
	if s.connected != nil {
		return s.acting(s.connected), nil
	}
	c, err := s.chosen()
	if err != nil {
		return nil, err
	}
	opts := []parley.Option{parley.WithTimeout(s.Timeout)}
	if c.CAFile != "" {
		pem, err := os.ReadFile(c.CAFile)
		if err != nil {
			return nil, err
		}
		opts = append(opts, parley.WithAuthorities(pem))
	}
	if s.connected, err = parley.Connect(c.Address, parley.Bearer(c.Credential), opts...); err != nil {
		return nil, err
	}
	return s.acting(s.connected), nil
}

func (s *session) acting(c *parley.Client) *parley.Client {
	if s.As == "" {
		return c
	}
	return c.AsUser(s.As)
}

// chosen is the context to use, with what flags and environment put in its place.
func (s *session) chosen() (namedContext, error) {
	var c namedContext
	if s.Address == "" || s.Credential == "" || s.Context != "" {
		book, err := s.readBook()
		if err != nil {
			return c, err
		}
		if c, err = book.choose(s.Context); err != nil {
			return c, err
		}
	}
	for _, set := range []struct {
		into *string
		from string
	}{{&c.Address, s.Address}, {&c.Credential, s.Credential}, {&c.CAFile, s.CAFile}} {
		if set.from != "" {
			*set.into = set.from
		}
	}
	return c, nil
}

func (s *session) close() {
	if s.connected != nil {
		_ = s.connected.Close()
	}
}

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"google.golang.org/protobuf/encoding/protojson"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
)

type directoryCommands struct {
	Import directoryImport `cmd:"" help:"Add or replace users from a file: users.csv with a line of names, or users.jsonl with a user on each line."`
	Find   directoryFind   `cmd:"" help:"Find users by the beginning of a name."`
}

type directoryFind struct {
	Prefix string `arg:"" optional:"" help:"Beginning of the name; all without it."`
}

// Run lists what is found.
func (d *directoryFind) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	found := c.Directory.TenantUsers(s.ctx, &directoryv1.FindTenantUsersRequest{DisplayNamePrefix: d.Prefix})
	return list(s, found, "ID=identifier.rawId", "PRINCIPAL NAME=userPrincipalName", "NAME=displayName", "MODE=coexistenceMode")
}

type directoryImport struct {
	File   string `arg:"" type:"existingfile" help:"The file."`
	Tenant string `help:"Tenant; unset means that of the credential." placeholder:"GUID"`
}

// Run reads the whole file before it sends anything, so that a mistake in it imports nothing.
func (d *directoryImport) Run(s *session) error {
	users, err := readUsers(d.File)
	if err != nil {
		return err
	}
	c, err := s.client()
	if err != nil {
		return err
	}
	// A large directory takes longer than one request may.
	ctx, cancel := context.WithTimeout(s.ctx, s.Timeout+time.Duration(len(users))*10*time.Millisecond)
	defer cancel()
	bar := newProgress(s.errout, len(users))
	answer, err := c.Directory.Import(ctx, d.Tenant, slices.Values(users), bar.set)
	bar.end()
	if err != nil {
		return err
	}
	if err := s.show(answer, "CREATED=createdCount", "UPDATED=updatedCount", "UNCHANGED=unchangedCount", "REFUSED=refusedCount"); err != nil {
		return err
	}
	if answer.GetRefusedCount() == 0 {
		return nil
	}
	for _, r := range answer.GetRefused() {
		s.say("user %d, %s: %s (%s)", r.GetIndex()+1, r.GetUserId(), r.GetMessage(), r.GetReason())
	}
	return fmt.Errorf("%d users were refused, the others are imported", answer.GetRefusedCount())
}

func readUsers(path string) ([]*directoryv1.TenantUser, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	read := map[string]func(io.Reader) ([]*directoryv1.TenantUser, error){".csv": readCSV, ".jsonl": readJSONL}[filepath.Ext(path)]
	if read == nil {
		return nil, usageError("the file is to be a .csv or a .jsonl")
	}
	users, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return users, nil
}

// columnNames are what the first line of a CSV file may have.
var columnNames = []string{"user_id", "user_principal_name", "display_name", "coexistence_mode"}

func readCSV(r io.Reader) ([]*directoryv1.TenantUser, error) {
	lines := csv.NewReader(r)
	lines.TrimLeadingSpace = true
	head, err := lines.Read()
	if err != nil {
		return nil, fmt.Errorf("the first line is to name the columns: %w", err)
	}
	for _, name := range head {
		if !slices.Contains(columnNames, name) {
			return nil, fmt.Errorf("there is no column %q; there are %s", name, strings.Join(columnNames, ", "))
		}
	}
	var users []*directoryv1.TenantUser
	for {
		record, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return users, nil
		}
		if err != nil {
			return nil, err
		}
		user := &directoryv1.TenantUser{}
		for i, value := range record {
			if err := setColumn(user, head[i], value); err != nil {
				line, _ := lines.FieldPos(i)
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
		}
		users = append(users, user)
	}
}

func setColumn(user *directoryv1.TenantUser, column, value string) error {
	switch column {
	case "user_id":
		user.UserId = value
	case "user_principal_name":
		user.UserPrincipalName = value
	case "display_name":
		user.DisplayName = value
	case "coexistence_mode":
		if value == "" {
			return nil
		}
		mode, ok := directoryv1.CoexistenceMode_value["COEXISTENCE_MODE_"+strings.ToUpper(value)]
		if !ok {
			return fmt.Errorf("there is no coexistence mode %q; one is TEAMS_ONLY", value)
		}
		user.CoexistenceMode = directoryv1.CoexistenceMode(mode)
	}
	return nil
}

func readJSONL(r io.Reader) ([]*directoryv1.TenantUser, error) {
	var users []*directoryv1.TenantUser
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		user := &directoryv1.TenantUser{}
		if err := protojson.Unmarshal(lines.Bytes(), user); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		users = append(users, user)
	}
	return users, lines.Err()
}

package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jhump/protoreflect/v2/protoprint"
)

// vendor replaces the folders of all sources below dir.
func vendor(ctx context.Context, dir string) error {
	for _, s := range sources {
		if err := s.vendor(ctx, dir); err != nil {
			return fmt.Errorf("%s: %w", s.module, err)
		}
	}
	return nil
}

// vendor writes the licence and the files of one source. It removes what was there: a file that is no longer printed
// must not stay behind.
func (s source) vendor(ctx context.Context, dir string) error {
	at, err := locate(ctx, s.module)
	if err != nil {
		return err
	}
	folder := filepath.Join(dir, filepath.FromSlash(s.folder))
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, f := range s.files {
		if err := s.print(dir, f, at); err != nil {
			return err
		}
	}
	licence, err := os.ReadFile(filepath.Join(at.Dir, "LICENSE"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "LICENSE"), licence, 0o644)
}

// print writes one file at its import path below dir.
func (s source) print(dir string, f file, at location) error {
	notice, err := at.notice(f.generated)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s\n\n// Printed by tools/vendorproto from the descriptor in the Go module\n// %s %s. Do not edit.\n\n",
		notice, s.module, at.Version)
	if err := new(protoprint.Printer).PrintProtoFile(f.descriptor, &out); err != nil {
		return fmt.Errorf("print %s: %w", f.descriptor.Path(), err)
	}
	return os.WriteFile(filepath.Join(dir, filepath.FromSlash(f.descriptor.Path())), []byte(unlist(out.String())), 0o644)
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"buf.build/gen/go/bufbuild/protovalidate/protocolbuffers/go/buf/validate"
	"google.golang.org/genproto/googleapis/rpc/code"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// source is a Go module and the .proto files to print from it.
type source struct {
	module string
	folder string // of the files, below the folder that is written to; gets the module's licence
	files  []file
}

// file is one .proto file as the Go module has it.
type file struct {
	descriptor protoreflect.FileDescriptor
	generated  string // Go file in the module that was generated from it; it opens with the copyright notice
}

var sources = []source{
	{
		module: "buf.build/gen/go/bufbuild/protovalidate/protocolbuffers/go",
		folder: "buf/validate",
		files:  []file{{validate.File_buf_validate_validate_proto, "buf/validate/validate.pb.go"}},
	},
	{
		module: "google.golang.org/genproto/googleapis/rpc",
		folder: "google/rpc",
		files: []file{
			{code.File_google_rpc_code_proto, "code/code.pb.go"},
			{errdetails.File_google_rpc_error_details_proto, "errdetails/error_details.pb.go"},
			{status.File_google_rpc_status_proto, "status/status.pb.go"},
		},
	},
}

// location is where the go command keeps a module, and the version that go.mod selects.
type location struct {
	Version string
	Dir     string
}

func locate(ctx context.Context, module string) (location, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-m", "-json", module)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return location{}, fmt.Errorf("list module %s: %w", module, err)
	}
	var at location
	if err := json.Unmarshal(out, &at); err != nil {
		return location{}, fmt.Errorf("decode the listing of module %s: %w", module, err)
	}
	return at, nil
}

// notice is the copyright notice of a generated Go file: its first comment, without the line end.
func (at location) notice(generated string) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(at.Dir, filepath.FromSlash(generated)))
	if err != nil {
		return nil, err
	}
	notice, _, found := bytes.Cut(text, []byte("\n\n"))
	if !found || !bytes.HasPrefix(notice, []byte("// Copyright ")) {
		return nil, fmt.Errorf("%s does not begin with a copyright notice", generated)
	}
	return notice, nil
}

// Command vendorproto prints the third-party .proto files that the contract imports, from the descriptors inside the Go
// modules that the broker links. The contract is so compiled against exactly what the broker runs with, and neither a
// schema registry nor a second version pin is needed. Descriptors carry no comments, so the printed files have none.
//
// It takes one argument, the folder to write to, and must be run inside the broker's Go module. The result depends on its
// go.mod alone.
package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: vendorproto <folder>")
		os.Exit(2)
	}
	if err := vendor(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "vendorproto:", err)
		os.Exit(1)
	}
}

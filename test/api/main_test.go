package api_test

import (
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"

	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

// TestMain makes sure that neither brokers nor their clients leave anything running, whatever they were asked.
func TestMain(m *testing.M) {
	code := enginetest.Run(m)
	if code == 0 {
		if err := goleak.Find(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

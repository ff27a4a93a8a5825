package chat_test

import (
	"testing"

	"go.uber.org/goleak"

	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(runner(func() int {
		defer pgtest.Stop()
		return m.Run()
	}))
}

// runner is what runs the tests and what they started for all of them.
type runner func() int

// Run implements goleak.TestingM.
func (r runner) Run() int { return r() }

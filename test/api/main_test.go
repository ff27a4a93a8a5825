package api_test

import (
	"os"
	"testing"

	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

func TestMain(m *testing.M) { os.Exit(enginetest.Run(m)) }

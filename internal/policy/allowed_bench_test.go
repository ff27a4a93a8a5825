package policy_test

import (
	"fmt"
	"testing"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/store"
)

// BenchmarkAllowed decides what every message between the worlds asks.
func BenchmarkAllowed(b *testing.B) {
	for _, size := range []int{1, 1000} {
		b.Run(fmt.Sprintf("%d resources on the list", size), func(b *testing.B) {
			w := newWorld(b)
			w.addUsers(1)
			for n := range 10 {
				w.addGroup(n, 1)
			}
			w.create("Sales", true)
			w.grant(toGroup("Sales", 3, 0))
			list := []string{resourceID}
			for n := 1; n < size; n++ {
				list = append(list, fmt.Sprintf("4e000000-0000-4000-9000-%012d", n))
			}
			w.configure(true, list...)
			w.view(func(tx store.ReadTx) error {
				for b.Loop() {
					if r, err := policy.Allowed(tx, resourceID, tenantID, user(1)); r != typev1.Reason_REASON_UNSPECIFIED || err != nil {
						b.Fatal(r, err)
					}
				}
				return nil
			})
		})
	}
}

//go:build race

package record

import (
	"fmt"

	"google.golang.org/protobuf/proto"
)

// mustBe panics where a shared message was changed. Tests with the race detector have the time to look.
func mustBe(value []byte, m proto.Message) {
	was := m.ProtoReflect().New().Interface()
	if err := proto.Unmarshal(value, was); err != nil || !proto.Equal(was, m) {
		panic(fmt.Sprintf("a shared message was changed from %v to %v", was, m))
	}
}

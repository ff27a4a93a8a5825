package e2e_test

import (
	"testing"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// Every acknowledgement says what it has survived, the very first included, however the database is set up.
func TestAcknowledgementsSayWhatTheyHaveSurvived(t *testing.T) {
	for _, test := range []struct {
		name string
		keep func(t *testing.T) keep
		args []string
		want typev1.Durability
	}{
		{"a folder", aFolder, nil, typev1.Durability_DURABILITY_FSYNCED},
		{"a database", aDatabase, nil, typev1.Durability_DURABILITY_FSYNCED},
		{"a database that waits for its own disk only", aDatabase, []string{"--synchronous-commit", "local"}, typev1.Durability_DURABILITY_FSYNCED},
		{"a database that does not wait", aDatabase, []string{"--synchronous-commit", "off"}, typev1.Durability_DURABILITY_BUFFERED},
	} {
		t.Run(test.name, func(t *testing.T) {
			k := test.keep(t)
			b := start(t, k.dir, append(test.args, "--store", k.store)...)
			w := newWorld(t, b)
			sent, err := chatv1.NewChatServiceClient(b.dial(t, w.ben.token)).SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: w.threadID, Content: "x"})
			if got := sent.GetCommit().GetDurability(); err != nil || got != test.want {
				t.Errorf("the acknowledgement says %v, %v; want %v", got, err, test.want)
			}
		})
	}
}

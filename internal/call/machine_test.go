package call

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

var update = flag.Bool("update", false, "write the table of docs/calls.md anew")

const (
	document   = "../../docs/calls.md"
	tableBegin = "<!-- table begins -->\n"
	tableEnd   = "<!-- table ends -->\n"
)

// TestTableIsDocumented compares docs/calls.md with what the code does: every input of every role in every standing.
func TestTableIsDocumented(t *testing.T) {
	content, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(content), tableBegin)
	_, tail, ended := strings.Cut(rest, tableEnd)
	if !ok || !ended {
		t.Fatalf("%s has no marks around its table", document)
	}
	want := head + tableBegin + draw() + tableEnd + tail
	if *update {
		if err := os.WriteFile(document, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(content)); diff != "" {
		t.Errorf("%s is not what the code does (-code +document); if the code is right, run the test with -update:\n%s", document, diff)
	}
}

// draw makes the table: one row for each input and role that can make it.
func draw() string {
	var b strings.Builder
	b.WriteString("| input | role |")
	for _, s := range standings {
		fmt.Fprintf(&b, " %s |", s)
	}
	b.WriteString("\n| --- | --- |" + strings.Repeat(" --- |", len(standings)) + "\n")
	for i := range inputs {
		for _, r := range input(i).makers() {
			fmt.Fprintf(&b, "| %s | %s |", input(i), r)
			for _, s := range standings {
				fmt.Fprintf(&b, " %s |", cell(next(input(i), r, s), s))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// cell is one field of the table.
func cell(m move, from standing) string {
	switch {
	case m.never:
		return ""
	case m.refusal != typev1.Reason_REASON_UNSPECIFIED:
		return "`" + reason.Name(m.refusal) + "`"
	case m.event == "":
		return "–"
	case m.to == left:
		return "**left**: " + strings.TrimPrefix(m.outcome.String(), "OUTCOME_") + ", " + strings.TrimPrefix(m.cause.String(), "END_CAUSE_")
	case m.to == from:
		return "*" + m.event + "*"
	default:
		return "**" + m.to.String() + "**: *" + m.event + "*"
	}
}

// TestEveryMoveIsSound checks what must hold in every field of the table.
func TestEveryMoveIsSound(t *testing.T) {
	fields := 0
	for i := range inputs {
		for _, r := range roles {
			for _, s := range standings {
				m := next(input(i), r, s)
				fields++
				if wrong := unsound(m, r, s); wrong != "" {
					t.Errorf("%s of %s while %s: %s: %+v", input(i), r, s, wrong, m)
				}
			}
		}
	}
	if want := len(inputs) * len(roles) * len(standings); fields != want || len(inputs) != int(deleted)+1 {
		t.Errorf("%d fields of %d were looked at", fields, want)
	}
}

func unsound(m move, r role, s standing) string {
	dead := s == absent || s == left || s == over
	ends := m.to == left && s != left
	switch {
	case (m.never || m.refusal != 0) && (m.to != s || m.event != "" || m.outcome != 0):
		return "a refusal changes something"
	case dead && (m.to != s || m.event != ""):
		return "something happens to who is not in the call"
	case ends != (m.outcome != callv1.Outcome_OUTCOME_UNSPECIFIED) || ends != (m.cause != callv1.EndCause_END_CAUSE_UNSPECIFIED):
		return "an end without its outcome and cause, or the reverse"
	case m.to != s && m.event == "":
		return "a change that nobody is told of"
	case m.outcome == callv1.Outcome_OUTCOME_COMPLETED && s != connected && s != held:
		return "a success without a connection"
	case s == absent && !m.never && r != broker && m.refusal == 0:
		return "a stranger does something"
	case m.to == ringing && s != ringing, m.to == waiting && s != waiting, m.to == absent && s != absent, m.to == over && s != over:
		return "a step that there is not"
	case (s == connected || s == held) && m.to == connecting:
		return "a connection goes back"
	default:
		return ""
	}
}

package judge

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/parley-interop/parley/test/soak/journal"
)

// story is journals by their names.
type story map[string][]journal.Entry

// good is a soak in which everything is as it should be: Anna and Tess (of the tenant) write to a thread, Vic is a guest in it between
// messages 3 and 5, policy shuts Tess out from 500 to 600, and there is a call.
func good() story {
	members := []string{"Anna", "Tess"}
	shown := func(at, sequence int64, text string) journal.Entry {
		return journal.Entry{Kind: journal.Shown, At: at, Thread: "roof", Text: text, Sequence: sequence, Message: fmt.Sprint(1000 + sequence)}
	}
	system := func(at, sequence int64, change string, subjects ...string) journal.Entry {
		e := shown(at, sequence, "")
		e.Change, e.Subjects = change, subjects
		return e
	}
	all := func(late int64) []journal.Entry {
		return []journal.Entry{
			system(20, 1, "added", members...), shown(120, 2, "one"), system(200, 3, "added", "Vic"), shown(320+late, 4, "two"),
			system(400+late, 5, "removed", "Vic"), shown(550+late, 6, "three"), shown(820+late, 7, "four"),
		}
	}
	sent := func(began, at int64, who, text string, sequence int64) journal.Entry {
		return journal.Entry{
			Kind: journal.Send, Who: who, Thread: "roof", Text: text, Began: began, At: at, Result: journal.Acknowledged,
			Sequence: sequence, Message: fmt.Sprint(1000 + sequence),
		}
	}
	complete := journal.Entry{Kind: journal.Complete, At: 900}
	resumed := func(at int64, count int) journal.Entry {
		return journal.Entry{Kind: journal.Resumed, At: at, Count: count}
	}
	told := func(at, sequence int64, change string) journal.Entry {
		return journal.Entry{Kind: journal.Told, At: at, Call: "c1", Sequence: sequence, Change: change}
	}
	end := told(750, 5, "call_ended")
	end.Outcome = "COMPLETED"
	read := func(who string, all bool, entries ...journal.Entry) []journal.Entry {
		return slices.Concat([]journal.Entry{{Kind: journal.Reader, Who: who, All: all, At: 1}, resumed(2, 0)}, entries, []journal.Entry{complete})
	}
	tess := all(300) // policy holds back what came while she was shut out
	tess = slices.Insert(tess, 3, resumed(250, 3))
	vic := slices.Concat(all(0)[2:5], []journal.Entry{resumed(450, 2), all(0)[4]}) // he goes back to an older cursor
	return story{
		"world": {
			{Kind: journal.Party, Who: "Anna"},
			{Kind: journal.Party, Who: "Tess", Teams: true},
			{Kind: journal.Party, Who: "Vic"},
			{Kind: journal.Thread, Thread: "roof", Members: members, Guests: []string{"Vic"}},
			{Kind: journal.Flip, Closed: true, Began: 490, At: 500},
			{Kind: journal.Flip, Began: 600, At: 610},
		},
		"sender": {
			sent(100, 110, "Anna", "one", 2),
			{Kind: journal.Send, Who: "Tess", Thread: "roof", Text: "two", Began: 290, At: 295, Result: journal.Uncertain},
			sent(300, 310, "Tess", "two", 4),
			sent(410, 495, "Anna", "three", 6),
			{Kind: journal.Send, Who: "Tess", Thread: "roof", Text: "five", Began: 510, At: 520, Result: journal.Refused, Reason: "INTEROP_TENANT_DISABLED"},
			sent(800, 810, "Anna", "four", 7),
		},
		"backend":  read("", true, all(0)...),
		"anna":     read("Anna", false, all(5)...),
		"tess":     read("Tess", false, tess...),
		"vic":      read("Vic", false, vic...),
		"stranger": read("Stan", false),
		"anna's calls": {
			{Kind: journal.Listener, Who: "Anna"},
			told(700, 1, "call_started"), told(701, 2, "leg_ringing"), told(702, 3, "leg_answered"), told(703, 4, "leg_ended"), end, complete,
		},
		"tess's calls": {
			{Kind: journal.Listener, Who: "Tess"},
			told(701, 2, "leg_ringing"), told(702, 3, "leg_answered"), told(703, 4, "leg_ended"), end, complete,
		},
		"calls": {
			{Kind: journal.Start, Who: "Anna", Callee: "Tess", Call: "c1", Began: 690, At: 700, Result: journal.Acknowledged},
			{Kind: journal.Act, Who: "Tess", Call: "c1", Change: "answer", Began: 710, At: 715, Result: journal.Acknowledged},
			{Kind: journal.Act, Who: "Anna", Call: "c1", Change: "hang up", Began: 720, At: 730, Result: journal.Acknowledged},
			{Kind: journal.Outcome, Who: "Anna", Call: "c1", Outcome: "COMPLETED", At: 760},
		},
		"broker": samples(func(i int) (int64, int) { return 100 << 20, 500 + i%3 }),
	}
}

// samples are a hundred of them.
func samples(at func(i int) (heap int64, goroutines int)) (out []journal.Entry) {
	for i := range 100 {
		heap, goroutines := at(i)
		out = append(out, journal.Entry{Kind: journal.Sample, At: int64(i + 1), Heap: heap, RSS: 200 << 20, Goroutines: goroutines})
	}
	return out
}

// change returns the entries of a journal with one changed: the first that fits.
func (s story) change(name string, fits func(journal.Entry) bool, change func(*journal.Entry)) {
	change(&s[name][slices.IndexFunc(s[name], fits)])
}

func (s story) remove(name string, fits func(journal.Entry) bool) {
	i := slices.IndexFunc(s[name], fits)
	s[name] = slices.Delete(s[name], i, i+1)
}

func (s story) insert(name string, before func(journal.Entry) bool, e journal.Entry) {
	s[name] = slices.Insert(s[name], slices.IndexFunc(s[name], before), e)
}

func number(sequence int64) func(journal.Entry) bool {
	return func(e journal.Entry) bool { return e.Kind == journal.Shown && e.Sequence == sequence }
}

func event(sequence int64) func(journal.Entry) bool {
	return func(e journal.Entry) bool { return e.Kind == journal.Told && e.Sequence == sequence }
}

func kind(k journal.Kind) func(journal.Entry) bool {
	return func(e journal.Entry) bool { return e.Kind == k }
}

func text(s string) func(journal.Entry) bool {
	return func(e journal.Entry) bool { return e.Text == s && e.Result == journal.Acknowledged }
}

func act(s string) func(journal.Entry) bool {
	return func(e journal.Entry) bool { return e.Kind == journal.Act && e.Change == s }
}

func judgeStory(t *testing.T, s story) *Verdict {
	t.Helper()
	dir := t.TempDir()
	folder := journal.NewFolder(dir)
	for name, entries := range s {
		w, err := folder.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if e.At == 0 {
				e.At = 1
			}
			w.Write(e)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	v, err := Judge(dir)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestJudgeFindsNothingWhereNothingIsWrong(t *testing.T) {
	t.Parallel()
	v := judgeStory(t, good())
	var page strings.Builder
	if err := v.Print(&page); err != nil {
		t.Fatal(err)
	}
	if !v.Sound() {
		t.Error(page.String())
	}
	if untested := v.Untested(); len(untested) > 0 {
		t.Errorf("untested: %q", untested)
	}
	if got := v.Counts["messages acknowledged, of Teams users"]; got != 1 {
		t.Errorf("it counts %d messages of Teams users, want 1", got)
	}
	if got := v.Counts["messages acknowledged"]; got != 4 {
		t.Errorf("it counts %d messages that were acknowledged, want 4", got)
	}
}

func TestJudgeFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		harm  func(s story)
		wants Invariant
	}{
		{"a message is missing for one reader", func(s story) { s.remove("anna", number(4)) }, Lost},
		{"the last message is missing for one reader", func(s story) { s.remove("tess", number(7)) }, Lost},
		{"a message is missing for everybody", func(s story) {
			for _, who := range []string{"backend", "anna", "tess"} {
				s.remove(who, number(6))
			}
		}, Lost},
		{"the last message is missing for everybody", func(s story) {
			for _, who := range []string{"backend", "anna", "tess"} {
				s.remove(who, number(7))
			}
		}, Lost},
		{"a number is missing", func(s story) {
			for _, who := range []string{"backend", "anna", "tess"} {
				s.remove(who, number(6))
			}
		}, Gapless},
		{"a guest misses the message of its removal", func(s story) {
			s.remove("vic", kind(journal.Resumed))
			s.remove("vic", kind(journal.Resumed))
			s.remove("vic", number(5))
			s.remove("vic", number(5))
		}, Lost},
		{"a reader is shown a message twice", func(s story) { s["anna"] = append(s["anna"], s["anna"][4]) }, Doubled},
		{"a reader is shown a message twice in a row", func(s story) {
			s.insert("anna", number(4), s["anna"][slices.IndexFunc(s["anna"], number(4))])
		}, Doubled},
		{"a message is there twice", func(s story) {
			for _, who := range []string{"backend", "anna", "tess"} {
				s.change(who, number(7), func(e *journal.Entry) { e.Text = "one" })
			}
		}, Doubled},
		{"a retry is acknowledged as another message", func(s story) {
			s["sender"] = append(s["sender"], s["sender"][0])
			s["sender"][len(s["sender"])-1].Sequence = 6
		}, Doubled},
		{"a reader is shown messages in another order", func(s story) {
			a, b := slices.IndexFunc(s["anna"], number(6)), slices.IndexFunc(s["anna"], number(7))
			s["anna"][a], s["anna"][b] = s["anna"][b], s["anna"][a]
		}, Ordered},
		{"readers are shown different messages under one number", func(s story) {
			s.change("tess", number(2), func(e *journal.Entry) { e.Text = "two" })
		}, Ordered},
		{"an id is below the one before", func(s story) {
			for _, who := range []string{"backend", "anna", "tess"} {
				s.change(who, number(6), func(e *journal.Entry) { e.Message = "999" })
			}
			s.change("sender", text("three"), func(e *journal.Entry) { e.Message = "999" })
		}, Ordered},
		{"a message stands before one that was acknowledged before it was sent", func(s story) {
			s.change("sender", text("one"), func(e *journal.Entry) { e.Began = 350 })
		}, Ordered},
		{"a pipeline is out of order", func(s story) {
			s.change("sender", text("one"), func(e *journal.Entry) { e.Pipe = 2 })
			s.change("sender", text("four"), func(e *journal.Entry) { e.Pipe = 1 })
		}, Ordered},
		{"two threads interleave in another way", func(s story) {
			s["world"] = append(s["world"], journal.Entry{Kind: journal.Thread, Thread: "wall", Members: []string{"Anna"}})
			added := journal.Entry{Kind: journal.Shown, Thread: "wall", Sequence: 1, Message: "5", Change: "added", At: 30}
			s.insert("backend", number(4), added)
			s.insert("anna", number(6), added)
		}, Ordered},
		{"a message that nobody has sent", func(s story) {
			for _, who := range []string{"backend", "anna", "tess"} {
				s.change(who, number(7), func(e *journal.Entry) { e.Text = "ghost" })
			}
		}, Invented},
		{"a message that was refused", func(s story) {
			s.change("sender", text("four"), func(e *journal.Entry) { e.Result = journal.Refused })
		}, Invented},
		{"a stranger is shown something", func(s story) {
			s.insert("stranger", kind(journal.Complete), s["anna"][3])
		}, Forbidden},
		{"a guest is shown what came after its removal", func(s story) {
			s.insert("vic", kind(journal.Complete), s["anna"][7])
		}, Forbidden},
		{"a guest is shown what came before its addition", func(s story) { s.insert("vic", number(3), s["anna"][3]) }, Forbidden},
		{"somebody who is shut out is shown what was sent meanwhile", func(s story) {
			s.change("sender", text("three"), func(e *journal.Entry) { e.Began, e.At = 510, 620 })
			s.change("tess", number(6), func(e *journal.Entry) { e.At = 590 })
		}, Forbidden},
		{"somebody who is shut out sends", func(s story) {
			s.change("sender", text("four"), func(e *journal.Entry) { e.Who, e.Began, e.At = "Tess", 510, 520 })
		}, Forbidden},
		{"somebody sends to a thread whose Teams users are all shut out", func(s story) {
			s.change("sender", text("four"), func(e *journal.Entry) { e.Began, e.At = 510, 520 })
		}, Forbidden},
		{"a user's own policy counts as the tenant's does", func(s story) {
			s.change("world", kind(journal.Flip), func(e *journal.Entry) { e.Who = "Tess" })
			s["world"][5].Who = "Tess"
			s.change("sender", text("four"), func(e *journal.Entry) { e.Who, e.Began, e.At = "Tess", 510, 520 })
		}, Forbidden},
		{"policy refuses while it is open", func(s story) {
			s["sender"] = append(s["sender"], journal.Entry{Kind: journal.Send, Who: "Tess", Thread: "roof", Text: "six", Began: 820, At: 830, Result: journal.Refused, Reason: "INTEROP_POLICY_DISABLED"})
		}, Denied},
		{"a call ends in two ways", func(s story) {
			s.change("tess's calls", event(5), func(e *journal.Entry) { e.Outcome = "FAILED" })
		}, Ended},
		{"an answer says another outcome than the events", func(s story) {
			s.change("calls", kind(journal.Outcome), func(e *journal.Entry) { e.Outcome = "DECLINED" })
		}, Ended},
		{"a call ends twice", func(s story) {
			again := s["anna's calls"][5]
			again.Sequence = 6
			s.insert("anna's calls", kind(journal.Complete), again)
		}, Ended},
		{"a call does not end", func(s story) { s.remove("tess's calls", event(5)) }, Ended},
		{"a call was completed that nobody answered", func(s story) { s.remove("calls", act("answer")) }, Ended},
		{"a call was declined that somebody answered", func(s story) {
			for _, who := range []string{"anna's calls", "tess's calls"} {
				s.change(who, event(5), func(e *journal.Entry) { e.Outcome = "DECLINED" })
			}
			s.remove("calls", kind(journal.Outcome))
		}, Ended},
		{"an event of a call is missing", func(s story) { s.remove("anna's calls", event(3)) }, Gapless},
		{"an event of a call comes twice", func(s story) {
			s.insert("anna's calls", event(4), s["anna's calls"][3])
		}, Doubled},
		{"a party is told nothing of a call", func(s story) { s["tess's calls"] = s["tess's calls"][:1] }, Lost},
		{"a call starts while policy forbids it", func(s story) {
			s.change("calls", kind(journal.Start), func(e *journal.Entry) { e.Began, e.At = 510, 520 })
		}, Forbidden},
		{"a call goes on after policy has ended it", func(s story) {
			s.change("calls", kind(journal.Start), func(e *journal.Entry) { e.Began, e.At = 470, 480 })
			s.change("calls", act("answer"), func(e *journal.Entry) { e.Began, e.At = 482, 485 })
			s.change("calls", act("hang up"), func(e *journal.Entry) { e.Began, e.At = 505, 515 })
		}, Forbidden},
		{"a call that nobody started", func(s story) { s.remove("calls", kind(journal.Start)) }, Invented},
		{"a reader does not come to the end", func(s story) { s.remove("stranger", kind(journal.Complete)) }, CaughtUp},
		{"the heap grows", func(s story) {
			s["broker"] = samples(func(i int) (int64, int) { return int64(100+2*i) << 20, 500 })
		}, Flat},
		{"goroutines grow", func(s story) {
			s["broker"] = samples(func(i int) (int64, int) { return 100 << 20, 500 + 3*i })
		}, Flat},
		{"an answer that the contract does not know", func(s story) {
			s["sender"] = append(s["sender"], journal.Entry{Kind: journal.Trouble, Who: "Anna", Text: "INTERNAL"})
		}, Clear},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := good()
			c.harm(s)
			v := judgeStory(t, s)
			if v.Broken[c.wants] == 0 {
				t.Errorf("it was not found; found was %v", v.Examples)
			}
		})
	}
}

func TestJudgeRefusesWhatItCannotRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w, err := journal.NewFolder(dir).Create("odd")
	if err != nil {
		t.Fatal(err)
	}
	w.Write(journal.Entry{Kind: "odd"})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Judge(dir); err == nil {
		t.Error("an entry of an unknown kind was let pass")
	}
}

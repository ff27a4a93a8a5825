package main

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestMain lets the program of the tests be the program that it starts.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && (os.Args[1] == "bare" || os.Args[1] == "load") {
		main()
		return
	}
	os.Exit(m.Run())
}

// buildBroker returns the path of the program.
func buildBroker(t *testing.T) string {
	t.Helper()
	broker := filepath.Join(t.TempDir(), "parley")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", broker, "../../server").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return broker
}

// Every workload once, on little: whether it works is seen by that, and nothing of how fast it is.
func TestWorkloads(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts many brokers")
	}
	broker := buildBroker(t)
	chosen, err := choose([]string{
		"unary/16/500/256", "pipeline/16", "fan-out/10", "fan-out/followers", "delay", "evaluate", "watch", "calls/16", "idle/shared", "catch-up", "start", "disk", "growth",
	})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	figures := filepath.Join(t.TempDir(), "figures.json")
	c := runCommand{Broker: broker, Rounds: 1, Duration: 100 * time.Millisecond, Scale: 0.001, JSON: figures}
	if err := c.measure(context.WithoutCancel(t.Context()), chosen, &out); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	r, err := readReport(figures)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range chosen {
		if rows := r.rows(w.name); !strings.Contains(rows, w.name) {
			t.Errorf("%s has no figures", w.name)
		}
	}
}

// A ceiling says something only where its messages are as large as the broker's.
func TestTheBareServerSaysAsMuch(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds and starts a broker")
	}
	st := &stage{ctx: t.Context(), program: buildBroker(t), duration: 200 * time.Millisecond, scale: 1}
	t.Cleanup(st.close)
	chosen, err := choose([]string{"unary/16/1/256", "pipeline/1", "fan-out/10", "evaluate", "watch", "calls/1"})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range chosen {
		w.job.Weigh = true
		ceiling, err := st.bare(w)
		if err != nil {
			t.Fatal(err)
		}
		broker, err := st.broker(w)
		if err != nil {
			t.Fatal(err)
		}
		want, got := weigh(t, st, broker, w), weigh(t, st, ceiling, w)
		for of, weights := range map[string][2]float64{"sent": {got.sent, want.sent}, "received": {got.received, want.received}} {
			// Numbers of a young broker are a few bytes shorter.
			if math.Abs(weights[0]-weights[1]) > max(4, 0.04*weights[1]) {
				t.Errorf("%s: of what is %s, the bare server has %.0f bytes, and the broker %.0f", w.name, of, weights[0], weights[1])
			}
		}
	}
}

// weighed is what was sent and received for each of what is counted, in bytes.
type weighed struct{ sent, received float64 }

func weigh(t *testing.T, st *stage, s *server, w workload) weighed {
	t.Helper()
	p, err := st.begin(t.Context(), s, w)
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.result()
	if err = errors.Join(err, p.end()); err != nil {
		t.Fatalf("%s: %v", w.name, err)
	}
	return weighed{float64(r.Sent) / float64(r.All), float64(r.Received) / float64(r.All)}
}

func TestGoal(t *testing.T) {
	rounds := func(rates ...float64) (all []measured) {
		for _, r := range rates {
			all = append(all, measured{Rate: r, Median: 10 * r, CPU: 1 / r, Bytes: 1024 * r})
		}
		return all
	}
	f := figures{Series: []series{{bare, rounds(10, 20, 40)}, {parley, rounds(5, 18, 10)}}}
	for _, tt := range []struct {
		name  string
		goal  goal
		value float64
		met   bool
	}{
		{"share that is reached", ofBare(0.5), 0.5, true},
		{"share that is not", ofBare(0.6), 0.5, false},
		{"rate that is reached", rate(10), 10, true},
		{"rate that is not", rate(10.5), 10, false},
		{"size that is small enough", kibibytes(10), 10, true},
		{"size that is not", kibibytes(9), 10, false},
		{"growth", flat(), 2, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := tt.goal.judge(f); !ok || got.Value != tt.value || got.Met != tt.met {
				t.Errorf("got %+v, %v, want %v, %v", got, ok, tt.value, tt.met)
			}
		})
	}
	if got, ok := flat().judge(figures{Series: []series{{"no time", []measured{{}}}, {"some", rounds(1)}}}); ok {
		t.Errorf("figures that do not tell are %+v", got)
	}
}

func TestKeep(t *testing.T) {
	of := func(name string, rate float64) figures {
		return figures{Workload: name, Series: []series{{bare, []measured{{Rate: rate}}}}}
	}
	for _, tt := range []struct {
		name   string
		before report
		want   []float64
	}{
		{"of the same machine", report{Go: "go1", Figures: []figures{of("watch", 1), of("disk", 2), of("no more", 3)}}, []float64{10, 2}},
		{"of another", report{Go: "go2", Figures: []figures{of("disk", 2)}}, []float64{10}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := report{Go: "go1", Figures: []figures{of("watch", 10)}}
			r.keep(&tt.before)
			var got []float64
			for _, f := range r.Figures {
				got = append(got, f.Series[0].Rounds[0].Rate)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

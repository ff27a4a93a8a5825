package main

import (
	"fmt"
	"math"
)

// goal is a figure to reach.
type goal struct {
	text  string
	least float64 // 0 where there is none
	most  float64 // 0 where there is none
	of    func(figures) float64
}

// reached is what came of a goal.
type reached struct {
	Text  string  `json:"text"`
	Least float64 `json:"least,omitempty"`
	Most  float64 `json:"most,omitempty"`
	Value float64 `json:"value"`
	Met   bool    `json:"met"`
}

// judge compares a goal with figures. ok is false if they do not tell: a short run may take less processor time than the system counts.
func (g goal) judge(f figures) (r reached, ok bool) {
	value := g.of(f)
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return reached{}, false
	}
	return reached{Text: g.text, Least: g.least, Most: g.most, Value: value, Met: value >= g.least && (g.most == 0 || value <= g.most)}, true
}

// bound is what was to be reached, in words.
func (r reached) bound() string {
	if r.Most != 0 {
		return fmt.Sprintf("%s: at most %s", r.Text, brief(r.Most))
	}
	return fmt.Sprintf("%s: at least %s", r.Text, brief(r.Least))
}

// verdict says whether it was.
func (r reached) verdict() string {
	if r.Met {
		return "met"
	}
	return "short"
}

// ofBare is a goal for the rate of the broker, as a share of what a server reaches that does nothing.
func ofBare(least float64) goal {
	return goal{text: "share of bare", least: least, of: func(f figures) float64 { return f.ratio(parley, rateOf, bare).Median }}
}

func rate(least float64) goal {
	return goal{text: "a second", least: least, of: func(f figures) float64 { return f.median(parley, rateOf) }}
}

func kibibytes(most float64) goal {
	return goal{text: "KiB", most: most, of: func(f figures) float64 { return f.median(parley, bytesOf) / 1024 }}
}

// flat is a goal for the processor time of each message, which is what growth could raise: that of the dearest subject is
// compared with that of the smallest.
func flat() goal {
	return goal{text: "processor time for each, to that of the smallest", most: 1.1, of: func(f figures) float64 {
		most := 0.0
		for _, s := range f.Series[1:] {
			most = max(most, f.ratio(s.Subject, cpuOf, f.Series[0].Subject).Median)
		}
		return most
	}}
}

// medianToFloor compares how long a delivery takes with how long it takes at least.
func medianToFloor(f figures) float64 {
	return f.ratio(parley, medianOf, bare, synced).Median
}

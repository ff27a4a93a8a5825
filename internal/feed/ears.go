package feed

import (
	"iter"
	"slices"
)

// fewEars is how many subscriptions are kept in a row. Most topics have one or two, for whom a map would be room wasted ten times over.
const fewEars = 8

// ears are the subscriptions that listen for one thing, and what each listens as. The zero value has none.
type ears struct {
	few  []ear
	many map[*Subscription]role // of all of them, once they are more than few
}

type ear struct {
	of *Subscription
	as role
}

// set makes a subscription listen.
func (e *ears) set(s *Subscription, as role) {
	if e.many != nil {
		e.many[s] = as
		return
	}
	if i := e.index(s); i >= 0 {
		e.few[i].as = as
		return
	}
	if e.few = append(e.few, ear{s, as}); len(e.few) <= fewEars {
		return
	}
	e.many = map[*Subscription]role{}
	for _, one := range e.few {
		e.many[one.of] = one.as
	}
	e.few = nil
}

// remove makes a subscription listen no more.
func (e *ears) remove(s *Subscription) {
	if i := e.index(s); i >= 0 {
		last := len(e.few) - 1
		e.few[i], e.few[last] = e.few[last], ear{}
		e.few = e.few[:last]
	}
	delete(e.many, s)
}

// index is the place of a subscription among few; -1 if it is not there.
func (e *ears) index(s *Subscription) int {
	return slices.IndexFunc(e.few, func(one ear) bool { return one.of == s })
}

func (e *ears) empty() bool { return len(e.few)+len(e.many) == 0 }

// all goes through the subscriptions. A nil e has none; none may be set or removed meanwhile.
func (e *ears) all() iter.Seq2[*Subscription, role] {
	return func(yield func(*Subscription, role) bool) {
		if e == nil {
			return
		}
		for _, one := range e.few {
			if !yield(one.of, one.as) {
				return
			}
		}
		for s, as := range e.many {
			if !yield(s, as) {
				return
			}
		}
	}
}

// sets are ears by what they listen for.
type sets map[string]*ears

// set makes a subscription listen for something.
func (m sets) set(name string, s *Subscription, as role) {
	e := m[name]
	if e == nil {
		e = &ears{}
		m[name] = e
	}
	e.set(s, as)
}

// remove makes a subscription not listen for something any more.
func (m sets) remove(name string, s *Subscription) {
	e := m[name]
	if e == nil {
		return
	}
	e.remove(s)
	if e.empty() {
		delete(m, name)
	}
}

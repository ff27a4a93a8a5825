package main

import (
	"errors"
	"maps"
	"sync"
)

// tokens answers the questions of a driver for tokens.
type tokens struct {
	mu sync.Mutex
	// given are the answers, one after the other; the last one is given again and again.
	given []object
	asks  int
	err   error
}

// serve answers questions until it is stopped.
func (t *tokens) serve(d *driver) (stop func()) {
	ended := make(chan struct{})
	var done sync.WaitGroup
	done.Go(func() {
		for {
			select {
			case ask := <-d.asks:
				t.answer(d, ask)
			case <-ended:
				return
			}
		}
	})
	return func() {
		close(ended)
		done.Wait()
	}
}

func (t *tokens) answer(d *driver, ask object) {
	t.mu.Lock()
	defer t.mu.Unlock()
	request := object{"op": "provide_token", "ask": ask["ask"], "failure": "the scenario has no tokens"}
	if len(t.given) == 0 {
		t.err = errors.New("the client asks for a token, and the scenario has none: begin with a step `tokens`")
	} else {
		t.asks++
		delete(request, "failure")
		maps.Copy(request, t.given[0])
	}
	if len(t.given) > 1 {
		t.given = t.given[1:]
	}
	if _, _, err := d.begin(request); err != nil {
		t.err = err
	}
}

func (t *tokens) failure() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

// doTokens sets the answers to the questions for tokens: a list of {token, expires_in_ms} or {failure}.
func (r *run) doTokens(s *step) error {
	value, err := r.vars.value(s.subject)
	if err != nil {
		return err
	}
	list, ok := value.([]any)
	if !ok {
		return errors.New("`tokens` is a list of {token, expires_in_ms} or {failure}")
	}
	var given []object
	for _, one := range list {
		answer, ok := one.(object)
		if !ok {
			return errors.New("a token is {token, expires_in_ms} or {failure}")
		}
		given = append(given, answer)
	}
	r.tokens.mu.Lock()
	defer r.tokens.mu.Unlock()
	r.tokens.given = given
	return nil
}

// doAsked compares how often the client has asked for a token.
func (r *run) doAsked(s *step) error {
	r.tokens.mu.Lock()
	defer r.tokens.mu.Unlock()
	return r.vars.match(s.subject, r.tokens.asks, "asked")
}

package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// run is one scenario with one driver.
type run struct {
	ctx      context.Context
	scenario *scenario
	driver   *driver
	broker   *broker
	proxy    *proxy
	// gateway stands in front of the proxy; nil until it is opened.
	gateway *gateway
	world   *world
	vars    variables

	// handles makes the names of this run's connections, streams and senders unique in the life of the driver.
	prefix string
	// connected are the connections that were made, and roots those of them that are to be closed.
	connected map[string]bool
	roots     []string
	// streams are what the streams carry: chat, call or policy.
	streams map[string]string
	// open are the operations that were begun and not awaited yet.
	open   map[string]*begun
	tokens *tokens
}

// begun is an operation under way.
type begun struct {
	id     int64
	answer chan reply
	// read makes the values of a result from what the driver answered.
	read func(object) (any, error)
}

// do performs the scenario.
func (r *run) do() error {
	stop := r.tokens.serve(r.driver)
	defer stop()
	defer func() {
		if r.gateway != nil {
			r.gateway.stop()
		}
	}()
	if err := r.steps(r.scenario.steps); err != nil {
		return err
	}
	if err := r.tokens.failure(); err != nil {
		return err
	}
	for name := range r.open {
		return fmt.Errorf("%s: %s was begun and is never awaited", r.scenario.place, name)
	}
	return r.close()
}

func (r *run) steps(all []*step) error {
	for _, s := range all {
		r.driver.show("--", s.place+" "+s.action)
		if err := actions[s.action].do(r, s); err != nil {
			return fmt.Errorf("%s: %s: %w", s.place, s.action, err)
		}
	}
	return nil
}

// close closes the connections of the scenario.
func (r *run) close() error {
	var failures []error
	for _, handle := range slices.Backward(r.roots) {
		answer, err := r.operate(object{"op": "close", "connection": handle})
		failures = append(failures, err)
		if err == nil && answer.Error != nil {
			failures = append(failures, fmt.Errorf("closing a connection: %s", short(answer.Error)))
		}
	}
	return errors.Join(failures...)
}

func (r *run) handle(name string) string { return r.prefix + name }

// operate does an operation of the driver.
func (r *run) operate(request object) (reply, error) {
	_, answer, err := r.driver.begin(request)
	if err != nil {
		return reply{}, err
	}
	return r.driver.wait(answer)
}

// connection returns the handle of a connection. One that has the name of somebody in the world is made when it is first used.
func (r *run) connection(name string) (string, error) {
	handle := r.handle(name)
	if r.connected[name] {
		return handle, nil
	}
	switch {
	case slices.Contains(r.scenario.world.users, name):
		backend, err := r.connection("backend")
		if err != nil {
			return "", err
		}
		r.connected[name] = true
		return handle, r.must(object{"op": "as_user", "handle": handle, "connection": backend, "user": r.vars[name]})
	case slices.Contains(r.scenario.world.teams, name):
		return handle, r.connect(name, object{"credential": object{"token": r.vars[name+"_token"]}})
	default:
		key, ok := map[string]string{"backend": "key", "admin": "admin_key", "operator": "operator_key"}[name]
		if !ok {
			return "", fmt.Errorf("there is no connection %s: make it with a step `connect`; backend, admin, operator, and the names of `users` and `teams` are there by themselves", name)
		}
		return handle, r.connect(name, object{"credential": object{"key": r.vars[key]}})
	}
}

// connect makes a connection through the proxy, unless the fields say otherwise.
func (r *run) connect(name string, fields object) error {
	request := object{"op": "connect", "handle": r.handle(name), "address": r.proxy.address()}
	for field, value := range fields {
		request[field] = value
	}
	r.connected[name] = true
	if err := r.must(request); err != nil {
		return err
	}
	r.roots = append(r.roots, r.handle(name))
	return nil
}

// must does an operation that does not fail.
func (r *run) must(request object) error {
	answer, err := r.operate(request)
	if err == nil && answer.Error != nil {
		return fmt.Errorf("%v failed: %s", request["op"], short(answer.Error))
	}
	return err
}

// within is a context for waiting on the proxy.
func (r *run) within() (context.Context, context.CancelFunc) {
	return context.WithTimeout(r.ctx, patience/2)
}

// conclude compares what an operation answered with what its step expects, and saves what the step wants to keep.
func (r *run) conclude(s *step, result any, failure object) error {
	wantError := s.fields["error"]
	switch {
	case failure != nil && wantError == nil:
		return fmt.Errorf("it failed: %s", short(failure))
	case failure != nil:
		if err := r.vars.match(wantError, failure, "error"); err != nil {
			return fmt.Errorf("%w; the error: %s", err, short(failure))
		}
	case wantError != nil:
		return fmt.Errorf("it succeeded and should have failed: %s", short(result))
	}
	if expected := s.fields["expect"]; expected != nil {
		if err := r.vars.match(expected, result, "answer"); err != nil {
			return err
		}
	}
	return r.save(s, result)
}

// save keeps parts of a result in variables: `save: {name: path}`.
func (r *run) save(s *step, result any) error {
	wanted := s.fields["save"]
	if wanted == nil {
		return nil
	}
	for i := 0; i+1 < len(wanted.Content); i += 2 {
		path := wanted.Content[i+1].Value
		value, ok := find(result, path)
		if !ok {
			return fmt.Errorf("line %d: the answer has no %s: %s", wanted.Content[i].Line, path, short(result))
		}
		r.vars[wanted.Content[i].Value] = value
	}
	return nil
}

// perform does an operation, or begins it where the step has `begin`, and concludes it.
func (r *run) perform(s *step, request object, read func(object) (any, error)) error {
	if timeout := s.fields["timeout_ms"]; timeout != nil {
		value, err := r.vars.value(timeout)
		if err != nil {
			return err
		}
		request["timeout_ms"] = value
	}
	if name := s.fields["begin"]; name != nil {
		label, err := r.vars.text(name.Value)
		if err != nil {
			return err
		}
		id, answer, err := r.driver.begin(request)
		r.open[fmt.Sprint(label)] = &begun{id: id, answer: answer, read: read}
		return err
	}
	answer, err := r.operate(request)
	if err != nil {
		return err
	}
	return r.settle(s, answer, read)
}

func (r *run) settle(s *step, answer reply, read func(object) (any, error)) error {
	if answer.Error != nil {
		return r.conclude(s, nil, answer.Error)
	}
	result, err := read(answer.Result)
	if err != nil {
		return err
	}
	return r.conclude(s, result, nil)
}

// asIs takes a result without a message in it.
func asIs(result object) (any, error) { return result, nil }

// newRun prepares a run: the world, the connection of the proxy, and the variables.
func newRun(ctx context.Context, s *scenario, d *driver, b *broker, p *proxy) (*run, error) {
	p.reset()
	if b.tls == nil {
		if err := p.connect(b.address); err != nil {
			return nil, err
		}
	}
	w, err := makeWorld(ctx, b, s.world)
	if err != nil {
		return nil, fmt.Errorf("preparing the world: %w", err)
	}
	r := &run{
		ctx: ctx, scenario: s, driver: d, broker: b, proxy: p, world: w, vars: w.vars,
		prefix: fmt.Sprintf("%s#%d:", s.name, time.Now().UnixNano()), connected: map[string]bool{}, streams: map[string]string{}, open: map[string]*begun{}, tokens: &tokens{},
	}
	r.vars["address"], r.vars["broker_address"] = p.address(), b.address
	if b.tls != nil {
		r.vars["ca_file"] = b.tls.authority
	}
	return r, nil
}

package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
)

// action is one kind of step.
type action struct {
	// fields are what a step of that kind may have beside its subject.
	fields []string
	// check looks at a step when it is loaded.
	check func(*step) error
	do    func(*run, *step) error
}

// actions are all kinds of steps, by the names that they have in scenarios. The init breaks a cycle: loading looks at them,
// and repeating runs them.
var actions map[string]action

func init() { //nolint:gochecknoinits // See above.
	outcome := []string{"expect", "error", "save"}
	operation := append([]string{"begin", "timeout_ms"}, outcome...)
	with := func(more []string, own ...string) []string { return append(own, more...) }
	actions = map[string]action{
		"connect":          {fields: with(outcome, "credential", "transport", "ca_file", "address", "options"), do: (*run).doConnect},
		"as_user":          {fields: []string{"on", "user"}, do: (*run).doAsUser},
		"set_token":        {fields: []string{"token"}, do: (*run).doSetToken},
		"close":            {do: (*run).doClose},
		"call":             {fields: with(operation, "on", "request", "requests"), check: checkMethod, do: (*run).doCall},
		"list":             {fields: with(operation, "on", "request", "limit"), check: checkMethod, do: (*run).doList},
		"follow":           {fields: []string{"on", "service", "request"}, check: checkFollow, do: (*run).doFollow},
		"next":             {fields: with(operation, "within"), do: (*run).doNext},
		"cursor":           {fields: outcome, do: (*run).doCursor},
		"call_action":      {fields: with(operation, "stream", "call_id", "request"), do: (*run).doCallAction},
		"close_stream":     {do: (*run).doCloseStream},
		"open_sender":      {fields: []string{"on", "window"}, do: (*run).doOpenSender},
		"send":             {fields: with(operation, "request"), do: (*run).doSend},
		"close_sender":     {fields: operation, do: (*run).doCloseSender},
		"await":            {fields: outcome, do: (*run).doAwait},
		"cancel":           {do: (*run).doCancel},
		"identifiers":      {do: (*run).doIdentifiers},
		"tokens":           {do: (*run).doTokens},
		"asked":            {do: (*run).doAsked},
		"fault":            {fields: faultNames, check: checkMethod, do: (*run).doFault},
		"release":          {do: (*run).doRelease},
		"network":          {do: (*run).doNetwork},
		"gateway":          {do: (*run).doGateway},
		"broker":           {do: (*run).doBroker},
		"wait_for":         {fields: []string{"calls", "answers", "ended", "stalled"}, check: checkMethod, do: (*run).doWaitFor},
		"saw":              {fields: []string{"calls", "each", "first", "same", "differ", "gap_ms"}, check: checkMethod, do: (*run).doSaw},
		"fill":             {fields: []string{"by", "messages", "size"}, do: (*run).doFill},
		"repeat":           {fields: []string{"steps"}, check: checkRepeat, do: (*run).doRepeat},
		"expect_variables": {fields: []string{"equal"}, do: (*run).doExpectVariables},
	}
}

func checkMethod(s *step) error {
	_, err := methodNamed(s.subject.Value)
	return err
}

func checkFollow(s *step) error {
	if _, err := followed(s); err != nil {
		return err
	}
	return nil
}

// followed are the methods that streams call.
var followMethods = map[string]string{"chat": "chat.Subscribe", "call": "call.Subscribe", "policy": "policy.WatchPolicy"}

func followed(s *step) (protoreflect.MethodDescriptor, error) {
	service := "chat"
	if n := s.fields["service"]; n != nil {
		service = n.Value
	}
	method, ok := followMethods[service]
	if !ok {
		return nil, fmt.Errorf("no service %q has a stream; it is one of %v", service, slices.Sorted(maps.Keys(followMethods)))
	}
	return methodNamed(method)
}

// field is the value of a field of a step, with the variables put in; nil if it is not there.
func (r *run) field(s *step, name string) (any, error) { return r.vars.value(s.fields[name]) }

// name is a field that is a text; the default if it is not there.
func (s *step) name(field, otherwise string) string {
	if n := s.fields[field]; n != nil {
		return n.Value
	}
	return otherwise
}

func (r *run) doConnect(s *step) error {
	fields := object{}
	for _, name := range []string{"credential", "transport", "ca_file", "address", "options"} {
		value, err := r.field(s, name)
		if err != nil {
			return err
		}
		if value != nil {
			fields[name] = value
		}
	}
	return r.connect(s.subject.Value, fields)
}

func (r *run) doAsUser(s *step) error {
	connection, err := r.connection(s.name("on", "backend"))
	if err != nil {
		return err
	}
	user, err := r.field(s, "user")
	if err != nil {
		return err
	}
	r.connected[s.subject.Value] = true
	return r.must(object{"op": "as_user", "handle": r.handle(s.subject.Value), "connection": connection, "user": user})
}

func (r *run) doSetToken(s *step) error {
	token, err := r.field(s, "token")
	if err != nil {
		return err
	}
	return r.must(object{"op": "set_token", "connection": r.handle(s.subject.Value), "token": token})
}

func (r *run) doClose(s *step) error {
	handle := r.handle(s.subject.Value)
	r.roots = slices.DeleteFunc(r.roots, func(root string) bool { return root == handle })
	return r.must(object{"op": "close", "connection": handle})
}

// on starts a request with the connection of a step.
func (r *run) on(s *step, request object) error {
	handle, err := r.connection(s.name("on", "backend"))
	request["connection"] = handle
	return err
}

func (r *run) doCall(s *step) error {
	method, err := methodNamed(s.subject.Value)
	if err != nil {
		return err
	}
	request := object{"op": "call", "method": s.subject.Value}
	if err := r.on(s, request); err != nil {
		return err
	}
	if s.fields["requests"] != nil {
		request["requests"], err = r.messages(s, method.Input())
	} else {
		request["request"], err = r.message(s, method.Input())
	}
	if err != nil {
		return err
	}
	return r.perform(s, request, func(result object) (any, error) { return decode(method.Output(), result["response"]) })
}

// message is the field `request` in the form that the driver takes.
func (r *run) message(s *step, of protoreflect.MessageDescriptor) (any, error) {
	value, err := r.field(s, "request")
	if err != nil {
		return nil, err
	}
	return r.driver.encode(of, value)
}

// messages is the same for the field `requests`, a list.
func (r *run) messages(s *step, of protoreflect.MessageDescriptor) (any, error) {
	values, err := r.field(s, "requests")
	if err != nil {
		return nil, err
	}
	list, ok := values.([]any)
	if !ok {
		return nil, errors.New("`requests` is a list")
	}
	encoded := []any{}
	for _, value := range list {
		one, err := r.driver.encode(of, value)
		if err != nil {
			return nil, err
		}
		encoded = append(encoded, one)
	}
	return encoded, nil
}

func (r *run) doList(s *step) error {
	method, err := methodNamed(s.subject.Value)
	if err != nil {
		return err
	}
	request := object{"op": "list", "method": s.subject.Value}
	if err := r.on(s, request); err != nil {
		return err
	}
	if request["request"], err = r.message(s, method.Input()); err != nil {
		return err
	}
	limit, err := r.field(s, "limit")
	if err != nil {
		return err
	}
	if limit != nil {
		request["limit"] = limit
	}
	return r.perform(s, request, func(result object) (any, error) { return items(method.Output(), result["items"]) })
}

// items reads the items of a list: messages, or texts where the contract has those.
func items(of protoreflect.MessageDescriptor, listed any) (any, error) {
	list, ok := listed.([]any)
	if !ok {
		return nil, errors.New("the answer of the driver has no `items`")
	}
	var item protoreflect.MessageDescriptor
	for i := range of.Fields().Len() {
		if f := of.Fields().Get(i); f.IsList() {
			item = f.Message()
		}
	}
	all := []any{}
	for _, one := range list {
		value := one
		if item != nil {
			var err error
			if value, err = decode(item, one); err != nil {
				return nil, err
			}
		}
		all = append(all, value)
	}
	return all, nil
}

// begun finds the operation that a step names.
func (r *run) begun(s *step) (string, *begun, error) {
	label, err := r.vars.text(s.subject.Value)
	if err != nil {
		return "", nil, err
	}
	name := fmt.Sprint(label)
	b, ok := r.open[name]
	if !ok {
		return "", nil, fmt.Errorf("nothing was begun with the name %s", name)
	}
	return name, b, nil
}

func (r *run) doAwait(s *step) error {
	label, b, err := r.begun(s)
	if err != nil {
		return err
	}
	delete(r.open, label)
	answer, err := r.driver.wait(b.answer)
	if err != nil {
		return err
	}
	return r.settle(s, answer, b.read)
}

func (r *run) doCancel(s *step) error {
	_, b, err := r.begun(s)
	if err != nil {
		return err
	}
	return r.must(object{"op": "cancel", "target": b.id})
}

func checkRepeat(s *step) error {
	file, _, _ := strings.Cut(s.place, ":")
	p := parser{file: file}
	list := s.fields["steps"]
	if list == nil {
		return errors.New("repeat needs `steps`")
	}
	p.steps(list)
	return errors.Join(p.failures...)
}

// doRepeat does steps several times, with the number of the time, from 1, in $i.
func (r *run) doRepeat(s *step) error {
	value, err := r.vars.value(s.subject)
	if err != nil {
		return err
	}
	times, ok := value.(int)
	if !ok {
		return fmt.Errorf("repeat takes a number, not %s", short(value))
	}
	file, _, _ := strings.Cut(s.place, ":")
	p := parser{file: file}
	steps := p.steps(s.fields["steps"])
	for i := range times {
		r.vars["i"] = i + 1
		if err := r.steps(steps); err != nil {
			return fmt.Errorf("time %d: %w", i+1, err)
		}
	}
	return nil
}

// doExpectVariables compares variables: `expect_variables: $a` with `equal: $b`.
func (r *run) doExpectVariables(s *step) error {
	got, err := r.vars.value(s.subject)
	if err != nil {
		return err
	}
	return r.vars.match(s.fields["equal"], got, s.subject.Value)
}

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
)

func (r *run) doFollow(s *step) error {
	method, err := followed(s)
	if err != nil {
		return err
	}
	service := s.name("service", "chat")
	request := object{"op": "follow", "handle": r.handle(s.subject.Value), "service": service}
	if err := r.on(s, request); err != nil {
		return err
	}
	if request["request"], err = r.message(s, method.Input()); err != nil {
		return err
	}
	r.streams[s.subject.Value] = service
	return r.must(request)
}

func (r *run) doNext(s *step) error {
	service, ok := r.streams[s.subject.Value]
	if !ok {
		return fmt.Errorf("there is no stream %s: open it with `follow`", s.subject.Value)
	}
	next := func() error {
		return r.perform(s, object{"op": "next", "stream": r.handle(s.subject.Value)}, func(result object) (any, error) {
			return readEvent(service, result)
		})
	}
	// What is asked for within several events may have others before it.
	for range s.number("within", 1) - 1 {
		if next() == nil {
			return nil
		}
	}
	return next()
}

// readEvent decodes the messages in the answer of `next`.
func readEvent(service string, result object) (any, error) {
	types := map[string]map[string]protoreflect.FullName{
		"chat":   {"event": "parley.chat.v1.ChatEvent", "typing": "parley.chat.v1.TypingNotification"},
		"call":   {"event": "parley.call.v1.CallEvent"},
		"policy": {"event": "parley.policy.v1.PolicyEvent"},
	}
	read := object{}
	for name, value := range result {
		read[name] = value
	}
	for name, full := range types[service] {
		if result[name] == nil {
			continue
		}
		t, err := protoregistry.GlobalTypes.FindMessageByName(full)
		if err != nil {
			return nil, err
		}
		if read[name], err = decode(t.Descriptor(), result[name]); err != nil {
			return nil, err
		}
	}
	return read, nil
}

func (r *run) doCursor(s *step) error {
	return r.perform(s, object{"op": "cursor", "stream": r.handle(s.subject.Value)}, asIs)
}

func (r *run) doCloseStream(s *step) error {
	return r.must(object{"op": "close_stream", "stream": r.handle(s.subject.Value)})
}

// actionMethods are the methods that the helpers of an incoming call stand for.
var actionMethods = map[string]string{"answer": "call.AnswerCall", "reject": "call.RejectCall", "signal": "call.SendSignal", "hang_up": "call.HangUp"}

func (r *run) doCallAction(s *step) error {
	method, err := methodNamed(actionMethods[s.subject.Value])
	if err != nil {
		return fmt.Errorf("no action %q: it is answer, reject, signal or hang_up", s.subject.Value)
	}
	callID, err := r.field(s, "call_id")
	if err != nil {
		return err
	}
	request := object{"op": "call_action", "action": s.subject.Value, "stream": r.handle(s.name("stream", "")), "call_id": callID}
	if request["request"], err = r.message(s, method.Input()); err != nil {
		return err
	}
	return r.perform(s, request, func(result object) (any, error) { return decode(method.Output(), result["response"]) })
}

func (r *run) doOpenSender(s *step) error {
	window, err := r.field(s, "window")
	if err != nil {
		return err
	}
	request := object{"op": "open_sender", "handle": r.handle(s.subject.Value)}
	if window != nil {
		request["window"] = window
	}
	if err := r.on(s, request); err != nil {
		return err
	}
	return r.must(request)
}

func (r *run) doSend(s *step) error {
	method, err := methodNamed("chat.SendMessage")
	if err != nil {
		return err
	}
	request := object{"op": "send", "sender": r.handle(s.subject.Value)}
	if request["request"], err = r.message(s, method.Input()); err != nil {
		return err
	}
	return r.perform(s, request, func(result object) (any, error) { return decode(method.Output(), result["response"]) })
}

func (r *run) doCloseSender(s *step) error {
	return r.perform(s, object{"op": "close_sender", "sender": r.handle(s.subject.Value)}, asIs)
}

// vectors are the identifiers that all clients read alike.
type vectors struct {
	Valid     []object `json:"valid"`
	Unknown   []object `json:"unknown"`
	Malformed []object `json:"malformed"`
}

// doIdentifiers reads every vector with the client: `identifiers: testdata/identifiers.json`.
func (r *run) doIdentifiers(s *step) error {
	content, err := os.ReadFile(filepath.Join(root, "clients", "conformance", s.subject.Value))
	if err != nil {
		return err
	}
	var v vectors
	if err := json.Unmarshal(content, &v); err != nil {
		return err
	}
	var failures []error
	for _, vector := range v.Valid {
		printed, ok := vector["printed"]
		if !ok {
			printed = vector["raw_id"]
		}
		failures = append(failures, r.parse(vector, printed))
	}
	for _, vector := range v.Unknown {
		vector["kind"] = "unknown"
		failures = append(failures, r.parse(vector, vector["raw_id"]))
	}
	for _, vector := range v.Malformed {
		failures = append(failures, r.refuse(vector))
	}
	return errors.Join(failures...)
}

// parse reads a good raw id and compares all that the client makes of it.
func (r *run) parse(vector object, printed any) error {
	answer, err := r.operate(object{"op": "parse_identifier", "raw_id": vector["raw_id"]})
	if err != nil {
		return err
	}
	if answer.Error != nil {
		return fmt.Errorf("%s: it is refused: %s", vector["name"], short(answer.Error))
	}
	if answer.Result["raw_id"] != printed {
		return fmt.Errorf("%s: it is printed as %s, expected %s", vector["name"], short(answer.Result["raw_id"]), short(printed))
	}
	for field, want := range vector {
		got := answer.Result[field]
		if field == "name" || field == "printed" || field == "raw_id" || got == want || empty(got) && empty(want) {
			continue
		}
		return fmt.Errorf("%s: %s is %s, expected %s", vector["name"], field, short(got), short(want))
	}
	return nil
}

// refuse reads a bad raw id.
func (r *run) refuse(vector object) error {
	answer, err := r.operate(object{"op": "parse_identifier", "raw_id": vector["raw_id"]})
	if err != nil {
		return err
	}
	if answer.Error["type"] != "invalid_identifier" {
		return fmt.Errorf("%s: %s is not refused as invalid_identifier: %s %s", vector["name"], short(vector["raw_id"]), short(answer.Result), short(answer.Error))
	}
	return nil
}

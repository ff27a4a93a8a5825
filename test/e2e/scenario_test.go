package e2e_test

import (
	"encoding/json"
	"fmt"
	"syscall"
	"testing"

	"google.golang.org/grpc/codes"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

const (
	sendMessage     = "parley.chat.v1.ChatService/SendMessage"
	evaluateInterop = "parley.policy.v1.PolicyService/EvaluateInterop"
)

// scenarioMessages are sent while the subscribers are killed and resume.
const scenarioMessages = 1000

// TestScenario is the story that the broker is for, from an empty data directory: two worlds meet in a thread, lose their
// connections and nothing else, are cut off by the tenant's administrator, and meet again.
func TestScenario(t *testing.T) {
	b := start(t, t.TempDir())
	w := populate(t, b)
	wantDecision(t, b, tessID, typev1.Reason_REASON_UNSPECIFIED)
	keepApart(t, b, noahID)
	wantDecision(t, b, noahID, typev1.Reason_REASON_INTEROP_POLICY_DISABLED)
	w.threadID = threadWithoutNoah(t, b, w)

	anna, tess := &transcript{t: t, who: w.anna}, &transcript{t: t, who: w.tess}
	sender := b.node(t, w.ben.token, "send", w.threadID, fmt.Sprint(scenarioMessages))
	annaStream, tessStream := resumeHalfWay(b, anna), resumeHalfWay(b, tess)
	acknowledged := readAcknowledged(t, sender)
	if len(acknowledged) != scenarioMessages {
		t.Fatalf("%d messages have a number of their own, want %d", len(acknowledged), scenarioMessages)
	}
	last := lastSequence(t, b, w)
	for stream, side := range map[*nodeClient]*transcript{annaStream: anna, tessStream: tess} {
		side.readUntil(stream, last)
		side.wantAcknowledged(acknowledged)
	}

	enableInterop(t, b, false)
	wantDecision(t, b, tessID, typev1.Reason_REASON_INTEROP_TENANT_DISABLED)
	lost := tess.readEnd(tessStream, codes.PermissionDenied, "ACCESS_LOST")
	if cause := lost.metadata["cause"]; cause != "INTEROP_TENANT_DISABLED" {
		t.Errorf("the stream ended because of %q", cause)
	}
	wantBothRefused(t, b, w)
	whileClosed := addCommunicationUser(t, b, w)
	anna.readUntil(annaStream, whileClosed)

	enableInterop(t, b, true)
	wantDecision(t, b, tessID, typev1.Reason_REASON_UNSPECIFIED)
	tessStream = tess.open(b)
	tess.readUntil(tessStream, whileClosed)
	for _, who := range []party{w.anna, w.tess} {
		n, content := sendOne(t, b, who, w.threadID)
		acknowledged[n] = content
		anna.readUntil(annaStream, n)
		tess.readUntil(tessStream, n)
	}
	anna.wantAcknowledged(acknowledged)
	tess.wantAcknowledged(acknowledged)
}

// wantDecision asks whether the resource and a Teams user may meet; unspecified means that they may.
func wantDecision(t *testing.T, b *broker, objectID string, want typev1.Reason) {
	t.Helper()
	answer := &policyv1.EvaluateInteropResponse{}
	b.must(t, b.credentials.TenantAdminKey, evaluateInterop,
		fmt.Sprintf(`{"resourceId": %q, "userId": %q}`, b.credentials.ResourceID, objectID), answer)
	d := answer.GetDecision()
	if d.GetReason() != want || d.GetEnabled() != (want == typev1.Reason_REASON_UNSPECIFIED) || len(d.GetSteps()) == 0 {
		t.Errorf("decision on %s: got %v, want %s", objectID, d, want)
	}
}

// keepApart grants a policy to a Teams user that keeps it from communication users.
func keepApart(t *testing.T, b *broker, objectID string) {
	t.Helper()
	admin := b.credentials.TenantAdminKey
	b.must(t, admin, "parley.policy.v1.PolicyService/CreateExternalAccessPolicy",
		`{"policy": {"name": "Inside", "enableAcsFederationAccess": false}}`, &policyv1.CreateExternalAccessPolicyResponse{})
	b.must(t, admin, "parley.policy.v1.PolicyService/GrantExternalAccessPolicy",
		fmt.Sprintf(`{"grant": {"policyName": "Inside", "userId": %q}}`, objectID), &policyv1.GrantExternalAccessPolicyResponse{})
}

// threadWithoutNoah starts a thread with everybody, in which Noah is refused.
func threadWithoutNoah(t *testing.T, b *broker, w *world) string {
	t.Helper()
	answer := &chatv1.CreateThreadResponse{}
	b.must(t, w.anna.token, "parley.chat.v1.ChatService/CreateThread", fmt.Sprintf(
		`{"topic": "Roof", "participants": [{"identifier": {"rawId": %q}}, {"identifier": {"rawId": %q}}, {"identifier": {"rawId": "8:orgid:%s"}}]}`,
		w.ben.rawID, w.tess.rawID, noahID), answer)
	refused := answer.GetRefusedParticipants()
	if len(refused) != 1 || refused[0].GetIdentifier().GetRawId() != "8:orgid:"+noahID || refused[0].GetReason() != "INTEROP_POLICY_DISABLED" {
		t.Fatalf("refused: got %v, want Noah with INTEROP_POLICY_DISABLED", refused)
	}
	if n := answer.GetThread().GetParticipantCount(); n != 3 {
		t.Fatalf("the thread has %d participants, want 3", n)
	}
	return answer.GetThread().GetThreadId()
}

// resumeHalfWay follows a thread until half of the messages have come, kills the subscriber, and starts another one that
// goes on from the last cursor.
func resumeHalfWay(b *broker, side *transcript) *nodeClient {
	side.t.Helper()
	stream := side.open(b)
	side.readUntil(stream, scenarioMessages/2)
	stream.signal(syscall.SIGKILL)
	stream.exitCode()
	return side.open(b)
}

// readAcknowledged returns the contents of the messages that a Node client has sent, by their sequence ids.
func readAcknowledged(t *testing.T, sender *nodeClient) map[int]string {
	t.Helper()
	acknowledged := map[int]string{}
	for l, ok := sender.next(); ok; l, ok = sender.next() {
		var sent struct {
			SequenceID int `json:"sequenceId"`
			Commit     struct{ Durability string }
		}
		if err := json.Unmarshal(l.Response, &sent); err != nil {
			t.Fatal(err)
		}
		if sent.Commit.Durability != "DURABILITY_FSYNCED" {
			t.Fatalf("a message was acknowledged with %q", sent.Commit.Durability)
		}
		acknowledged[sent.SequenceID] = l.Content
	}
	sender.done()
	return acknowledged
}

// lastSequence returns the sequence id of the latest message.
func lastSequence(t *testing.T, b *broker, w *world) int {
	t.Helper()
	answer := &chatv1.GetThreadResponse{}
	b.must(t, w.anna.token, "parley.chat.v1.ChatService/GetThread", fmt.Sprintf(`{"threadId": %q}`, w.threadID), answer)
	return int(answer.GetThread().GetLastSequenceId())
}

// wantBothRefused checks with both programs that neither world can send.
func wantBothRefused(t *testing.T, b *broker, w *world) {
	t.Helper()
	request := fmt.Sprintf(`{"threadId": %q, "content": "anybody there?"}`, w.threadID)
	for name, who := range map[string]party{"communication user": w.anna, "Teams user": w.tess} {
		wantFailure(t, name+" with grpcurl", b.grpcurl(t, who.token, sendMessage, request, &chatv1.SendMessageResponse{}),
			codes.PermissionDenied, "INTEROP_TENANT_DISABLED")
		wantFailure(t, name+" with Node", b.nodeCall(t, who.token, sendMessage, request, &struct{}{}),
			codes.PermissionDenied, "INTEROP_TENANT_DISABLED")
	}
}

// addCommunicationUser adds somebody of the resource to the thread, which the tenant has no say in, and returns the
// sequence id of the message that tells of it.
func addCommunicationUser(t *testing.T, b *broker, w *world) int {
	t.Helper()
	carl := communicationUser(t, b, "Carl")
	b.must(t, w.anna.token, "parley.chat.v1.ChatService/AddParticipants",
		fmt.Sprintf(`{"threadId": %q, "participants": [{"identifier": {"rawId": %q}}]}`, w.threadID, carl.rawID), &chatv1.AddParticipantsResponse{})
	return lastSequence(t, b, w)
}

// sendOne sends a message and returns its sequence id and its content.
func sendOne(t *testing.T, b *broker, who party, threadID string) (sequence int, content string) {
	t.Helper()
	content = "here again: " + who.rawID
	answer := &chatv1.SendMessageResponse{}
	b.must(t, who.token, sendMessage, fmt.Sprintf(`{"threadId": %q, "content": %q}`, threadID, content), answer)
	return int(answer.GetSequenceId()), content
}

package simulation

import (
	"fmt"
	"slices"
	"strings"

	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// owed names the notice that a leg must get of a capture.
func owed(l *leg, k *callv1.Capture) string {
	return fmt.Sprint(l.id, " ", k.GetCaptureId(), " ", k.GetKind(), " ", k.GetState())
}

// captured replays the events of captures and notices.
func (s *simulation) captured(c *conversation, e *callv1.CallEvent) {
	switch x := e.GetEvent().(type) {
	case *callv1.CallEvent_CaptureChanged:
		s.capture(c, e, x.CaptureChanged.GetCapture())
	case *callv1.CallEvent_NoticesIssued:
		for _, n := range x.NoticesIssued.GetNotices() {
			s.noticed(c, e, n)
		}
	case *callv1.CallEvent_NoticeAcknowledged:
		s.acknowledged(c, e, x.NoticeAcknowledged)
	default:
	}
}

func (s *simulation) capture(c *conversation, e *callv1.CallEvent, k *callv1.Capture) {
	before := c.captures[k.GetKind()]
	s.must(before.GetState() != k.GetState(), c, e, "nothing has changed")
	if runs := before != nil && before.GetState() != callv1.CaptureState_CAPTURE_STATE_STOPPED; runs {
		s.must(k.GetCaptureId() == before.GetCaptureId() && k.GetRequireAcknowledgement() == before.GetRequireAcknowledgement(), c, e, "another capture")
	} else {
		s.must(k.GetState() == callv1.CaptureState_CAPTURE_STATE_ACTIVE && k.GetCaptureId() != before.GetCaptureId(), c, e, "nothing runs")
	}
	if k.GetState() == callv1.CaptureState_CAPTURE_STATE_ACTIVE {
		s.must(!s.keepsFromRecording(c, k.GetKind()), c, e, "the tenant has not lifted that")
	}
	c.captures[k.GetKind()] = proto.CloneOf(k)
	// Who has answered in the same commit is told how it stands at the end of that.
	c.change.owed = slices.DeleteFunc(c.change.owed, func(n string) bool { return strings.Contains(n, " "+k.GetCaptureId()+" ") })
	for _, l := range c.living() {
		if l.answers() {
			c.change.owed = append(c.change.owed, owed(l, k))
		}
	}
}

// keepsFromRecording reports whether the rules forbid to record a call as it is.
func (s *simulation) keepsFromRecording(c *conversation, kind callv1.CaptureKind) bool {
	tenant := slices.ContainsFunc(c.living(), func(l *leg) bool { return l.party.tenant })
	return kind == callv1.CaptureKind_CAPTURE_KIND_RECORDING && tenant && len(c.living()) <= 2 && !s.rules.recording
}

func (s *simulation) noticed(c *conversation, e *callv1.CallEvent, n *callv1.Notice) {
	l, k := c.leg(n.GetLegId()), c.captures[n.GetKind()]
	i := slices.Index(c.change.owed, owed(l, k))
	s.must(i >= 0 && n.GetState() == k.GetState(), c, e, "nobody is to be told that")
	c.change.owed = slices.Delete(c.change.owed, i, i+1)
	s.must(n.GetNoticeId() == fmt.Sprint(len(c.notices)+1) && n.GetRecipient().GetRawId() == l.party.raw && n.GetCaptureId() == k.GetCaptureId(), c, e, "another notice")
	s.must(n.GetTellTime().AsTime().Equal(c.change.time) && n.GetTellSequence() == int64(s.head), c, e, "told at another time")
	demanded := k.GetState() == callv1.CaptureState_CAPTURE_STATE_ACTIVE && (k.GetRequireAcknowledgement() || l.demands)
	s.must(n.GetRequireAcknowledgement() == demanded, c, e, "another demand")
	if demanded {
		l.unacked[n.GetNoticeId()] = true
	}
	c.notices = append(c.notices, proto.CloneOf(n))
}

func (s *simulation) acknowledged(c *conversation, e *callv1.CallEvent, x *callv1.NoticeAcknowledged) {
	n := x.GetNotice()
	i := int(number(n.GetNoticeId())) - 1
	s.must(i >= 0 && i < len(c.notices), c, e, "there is no such notice")
	kept := c.notices[i]
	s.must(kept.GetAcknowledgeTime() == nil && e.GetActor().GetRawId() == kept.GetRecipient().GetRawId(), c, e, "it was acknowledged before, or by another")
	s.must(n.GetAcknowledgeSequence() == int64(s.head) && n.GetAcknowledgeTime().AsTime().Equal(c.change.time), c, e, "acknowledged at another time")
	kept.AcknowledgeTime, kept.AcknowledgeSequence = n.GetAcknowledgeTime(), n.GetAcknowledgeSequence()
	l := c.leg(n.GetLegId())
	delete(l.unacked, n.GetNoticeId())
	s.must(x.GetMediaWaiting() == (len(l.unacked) > 0 && l.live()), c, e, "media waits, or does not")
}

// inspectNotices checks that the evidence of a call is complete, and as it was told.
func (s *simulation) inspectNotices(tx store.ReadTx, c *conversation) error {
	var kept []*callv1.Notice
	err := record.Each(tx, key.Notices(c.id), func(_ []byte, n *callv1.Notice) error {
		kept = append(kept, n)
		return nil
	})
	if !slices.EqualFunc(kept, c.notices, func(a, b *callv1.Notice) bool { return proto.Equal(a, b) }) {
		s.fail("%s: the evidence is %v, and should be %v", c.label, kept, c.notices)
	}
	return err
}

func readEntry(tx store.ReadTx, at store.Position) (*recordv1.Entry, error) {
	return event.Read(tx, at)
}

package call

import (
	"context"
	"slices"
	"strconv"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const (
	active  = callv1.CaptureState_CAPTURE_STATE_ACTIVE
	stopped = callv1.CaptureState_CAPTURE_STATE_STOPPED
)

// SetCaptureState declares the state of a recording or a transcription, and tells everybody who has answered.
func (s *Service) SetCaptureState(ctx context.Context, c access.Caller, r *callv1.SetCaptureStateRequest) (*callv1.SetCaptureStateResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_SetCaptureState_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.SetCaptureStateResponse, error) {
		c, err := takeForCapture(tx, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		k, changed, err := c.capture(r)
		if err != nil {
			return nil, err
		}
		if changed {
			c.tellCapture(k)
			if err := c.commit(); err != nil {
				return nil, err
			}
		}
		return &callv1.SetCaptureStateResponse{Capture: k, Notices: c.notices, Commit: tx.Commit()}, nil
	})
}

// takeForCapture is takeFor, where a backend that acts as nobody has no leg: what it may depends on the call alone.
func takeForCapture(tx *ledger.Tx, callID, operation string) (*change, error) {
	if !tx.Caller.User.IsZero() {
		c, _, _, err := takeFor(tx, setCapture, callID, operation)
		return c, err
	}
	c, _, err := take(tx, callID, operation)
	if err != nil {
		return nil, err
	}
	l := c.call.GetLegs()[0]
	if legs := c.livings(); len(legs) > 0 {
		l = legs[0]
	}
	_, err = c.ask(setCapture, backend, l)
	return c, err
}

// capture moves a capture to the state that is asked for, and reports whether that is new.
func (c *change) capture(r *callv1.SetCaptureStateRequest) (*callv1.Capture, bool, error) {
	i := slices.IndexFunc(c.call.GetCaptures(), func(k *callv1.Capture) bool { return k.GetKind() == r.GetKind() })
	var k *callv1.Capture
	if i >= 0 {
		k = c.call.GetCaptures()[i]
	}
	if k.GetState() == r.GetState() {
		return k, false, nil
	}
	runs := k != nil && k.GetState() != stopped
	if !runs && r.GetState() != active {
		return nil, false, reason.New(typev1.Reason_REASON_CALL_STATE, "nothing of this kind runs that could be paused or stopped").With("state", states[c.call.GetState()])
	}
	if r.GetState() == active {
		if err := c.mayCapture(r.GetKind()); err != nil {
			return nil, false, err
		}
	}
	if !runs {
		k = &callv1.Capture{
			CaptureId: "k" + strconv.FormatInt(c.call.GetLastSequence()+1, 10), Kind: r.GetKind(), StartedBy: c.tx.Caller.User.Proto(),
			RequireAcknowledgement: r.GetRequireAcknowledgement(), StartTime: stamp(c.tx.Now),
		}
		if i >= 0 {
			c.call.Captures[i] = k
		} else {
			c.call.Captures = append(c.call.Captures, k)
		}
	}
	c.turn(k, r.GetState())
	return k, true, nil
}

// turn moves a capture to a state.
func (c *change) turn(k *callv1.Capture, to callv1.CaptureState) {
	k.State, k.UpdateTime = to, stamp(c.tx.Now)
	if to == stopped {
		k.StopTime = stamp(c.tx.Now)
	}
}

// tellCapture tells of the state that a capture has now.
func (c *change) tellCapture(k *callv1.Capture) {
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_CaptureChanged{CaptureChanged: &callv1.CaptureChanged{Capture: k}}})
	c.informAll(k)
}

// mayCapture refuses the recording of a call between two of different worlds, unless the tenant has lifted that.
func (c *change) mayCapture(kind callv1.CaptureKind) error {
	if kind != callv1.CaptureKind_CAPTURE_KIND_RECORDING || len(c.livings()) > 2 {
		return nil
	}
	return c.lifted(c.tenants(), (*policyv1.InteropCapabilities).GetRecording, typev1.Reason_REASON_INTEROP_RECORDING)
}

// stopForbidden stops a recording that may not go on: policy has changed, or the call has become one between two of different
// worlds.
func (c *change) stopForbidden() error {
	for _, k := range c.call.GetCaptures() {
		if k.GetState() != active {
			continue
		}
		err := c.mayCapture(k.GetKind())
		switch {
		case err == nil:
			continue
		case reason.Of(err) == typev1.Reason_REASON_UNSPECIFIED:
			return err
		}
		c.turn(k, stopped)
		c.tellCapture(k)
	}
	return nil
}

// informAll tells everybody who has answered how a capture stands.
func (c *change) informAll(k *callv1.Capture) {
	var notices []*callv1.Notice
	for _, l := range c.livings() {
		if hasAnswered(l) {
			notices = append(notices, c.notice(l, k))
		}
	}
	c.issue(notices)
}

// inform tells a party that has just answered of the captures that are not stopped.
func (c *change) inform(l *callv1.Leg) {
	var notices []*callv1.Notice
	for _, k := range c.call.GetCaptures() {
		if live(l) && k.GetState() != stopped {
			notices = append(notices, c.notice(l, k))
		}
	}
	c.issue(notices)
}

// notice makes the notice for one leg, whose media may have to wait for it.
func (c *change) notice(l *callv1.Leg, k *callv1.Capture) *callv1.Notice {
	c.record.Notices++
	n := &callv1.Notice{
		NoticeId: strconv.Itoa(int(c.record.GetNotices())), CallId: c.call.GetCallId(), CaptureId: k.GetCaptureId(),
		Recipient: l.GetIdentifier(), LegId: l.GetLegId(), Kind: k.GetKind(), State: k.GetState(), TellTime: stamp(c.tx.Now),
		RequireAcknowledgement: k.GetState() == active && (k.GetRequireAcknowledgement() || l.GetRequireAcknowledgement()),
	}
	if n.GetRequireAcknowledgement() {
		s := c.state(l)
		s.Unacknowledged = append(s.GetUnacknowledged(), n.GetNoticeId())
		l.MediaWaiting = true
	}
	return n
}

func (c *change) issue(notices []*callv1.Notice) {
	if len(notices) > 0 {
		c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_NoticesIssued{NoticesIssued: &callv1.NoticesIssued{Notices: notices}}})
	}
}

// witness gives the notices of an event their place in the log, and keeps them.
func (c *change) witness(e *callv1.CallEvent, at store.Position) error {
	for _, n := range e.GetNoticesIssued().GetNotices() {
		n.TellSequence = int64(at)
		c.notices = append(c.notices, n)
		if err := c.keepNotice(n); err != nil {
			return err
		}
	}
	if n := e.GetNoticeAcknowledged().GetNotice(); n != nil {
		n.AcknowledgeSequence = int64(at)
		c.notices = append(c.notices, n)
		return c.keepNotice(n)
	}
	return nil
}

func (c *change) keepNotice(n *callv1.Notice) error {
	number, err := strconv.ParseUint(n.GetNoticeId(), 10, 64)
	if err != nil {
		return err
	}
	return record.Set(c.tx, key.Notice(n.GetCallId(), number), n)
}

// AcknowledgeNotice keeps that the caller has seen a notice.
func (s *Service) AcknowledgeNotice(ctx context.Context, c access.Caller, r *callv1.AcknowledgeNoticeRequest) (*callv1.AcknowledgeNoticeResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_AcknowledgeNotice_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.AcknowledgeNoticeResponse, error) {
		c, l, _, err := takeFor(tx, acknowledge, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		n, err := findNotice(tx, c.call.GetCallId(), r.GetNoticeId())
		if err != nil {
			return nil, err
		}
		if n == nil || n.GetRecipient().GetRawId() != rawID(l) {
			return nil, reason.New(typev1.Reason_REASON_NOTICE_NOT_FOUND, "no notice %q in call %s is addressed to the caller", r.GetNoticeId(), c.call.GetCallId())
		}
		if n.GetAcknowledgeTime() == nil {
			if n, err = c.acknowledge(n); err != nil {
				return nil, err
			}
		}
		return &callv1.AcknowledgeNoticeResponse{Notice: n, MediaWaiting: l.GetMediaWaiting(), Commit: tx.Commit()}, nil
	})
}

// findNotice returns a notice of a call; nil if there is none.
func findNotice(tx store.ReadTx, callID, noticeID string) (*callv1.Notice, error) {
	number, err := strconv.ParseUint(noticeID, 10, 64)
	if err != nil {
		return nil, nil //nolint:nilerr // what is no number names no notice
	}
	return record.Get[callv1.Notice](tx, key.Notice(callID, number))
}

// acknowledge keeps an acknowledgement, and returns the notice with it.
func (c *change) acknowledge(n *callv1.Notice) (*callv1.Notice, error) {
	n.AcknowledgeTime = stamp(c.tx.Now)
	l := c.leg(n.GetLegId())
	s := c.state(l)
	s.Unacknowledged = slices.DeleteFunc(s.GetUnacknowledged(), func(id string) bool { return id == n.GetNoticeId() })
	l.MediaWaiting = len(s.GetUnacknowledged()) > 0 && live(l)
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_NoticeAcknowledged{NoticeAcknowledged: &callv1.NoticeAcknowledged{Notice: n, MediaWaiting: l.GetMediaWaiting()}}})
	if err := c.commit(); err != nil {
		return nil, err
	}
	return c.notices[0], nil
}

// ListNotices exports who was told of the captures of a call, and who acknowledged.
func (s *Service) ListNotices(ctx context.Context, c access.Caller, r *callv1.ListNoticesRequest) (*callv1.ListNoticesResponse, error) {
	pg, err := page.Open(c, r, 100, 250)
	if err != nil {
		return nil, err
	}
	response := &callv1.ListNoticesResponse{}
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		stored, err := look(tx, c, r.GetCallId())
		if err != nil {
			return err
		}
		response.NextPageToken, err = pg.Scan(tx, key.Notices(stored.GetCall().GetCallId()), func(pair store.Pair) (bool, error) {
			n, err := record.Decode[callv1.Notice](pair.Value)
			response.Notices = append(response.Notices, n)
			return true, err
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

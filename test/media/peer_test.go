package media_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pion/logging"
	"github.com/pion/webrtc/v4"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// peer is a party with a WebRTC stack of its own, which the broker knows nothing of: Pion. It answers every call.
type peer struct {
	user

	t      *testing.T
	broker *broker
	// transport is how it reaches the relay, and through where: empty is directly.
	transport, through string

	conn   *grpc.ClientConn
	calls  callv1.CallServiceClient
	cancel context.CancelFunc
	// reader reads the stream, and speaker speaks.
	reader, speaker sync.WaitGroup

	pc    *webrtc.PeerConnection
	track *webrtc.TrackLocalStaticSample
	ear   *ear
	// ice tells of the states of its media path.
	ice *journal
	// events are the labels of the events that it saw.
	events *journal
	// sending is held while a description is made and sent: the candidates that belong to it come after it.
	sending sync.Mutex
	// starting is held while a call starts: its first events may come before the answer that says which call it is.
	starting sync.Mutex

	mu       sync.Mutex
	call     *callv1.Call
	own, far string // the ids of the legs
	cursor   []byte
	sequence int64
}

func newPeer(t *testing.T, b *broker, name, transport string) *peer {
	t.Helper()
	p := &peer{user: b.user(name), t: t, broker: b, transport: transport, ear: newEar(), ice: newJournal(), events: newJournal()}
	var err error
	p.track, err = webrtc.NewTrackLocalStaticSample(webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypeOpus}, "audio", name)
	must(t, err)
	t.Cleanup(p.leave)
	p.connect()
	return p
}

// connect connects to the broker, and goes on where it was.
func (p *peer) connect() {
	p.t.Helper()
	p.conn = p.broker.dial(p.token)
	p.calls = callv1.NewCallServiceClient(p.conn)
	ctx, cancel := context.WithCancel(p.t.Context())
	p.cancel = cancel
	request := &callv1.SubscribeRequest{DeviceId: "phone"}
	if p.cursor != nil {
		request.Start = &callv1.SubscribeRequest_Cursor{Cursor: p.cursor}
	}
	stream, err := p.calls.Subscribe(ctx, request)
	must(p.t, err)
	first, err := stream.Recv()
	must(p.t, err)
	if first.GetHeartbeat() == nil {
		p.take(first)
	}
	p.reader.Go(func() { p.read(stream) })
}

// disconnect loses the connection to the broker.
func (p *peer) disconnect() {
	p.cancel()
	_ = p.conn.Close()
	p.reader.Wait()
}

// leave ends everything.
func (p *peer) leave() {
	p.disconnect()
	p.speaker.Wait()
	if p.pc != nil {
		_ = p.pc.GracefulClose()
	}
}

func (p *peer) read(stream grpc.ServerStreamingClient[callv1.SubscribeResponse]) {
	for {
		r, err := stream.Recv()
		if err != nil {
			if status.Code(err) != codes.Canceled {
				p.t.Errorf("%s: the stream ended: %v", p.rawID, err)
			}
			return
		}
		p.take(r)
	}
}

// take does what an event asks for. Events are taken one after the other, in their order.
func (p *peer) take(r *callv1.SubscribeResponse) {
	e := r.GetEvent()
	if e != nil {
		p.check(e)
		if err := p.handle(e); err != nil && !isOver(err) && p.t.Context().Err() == nil {
			p.t.Errorf("%s: %s: %v", p.rawID, label(e), err)
		}
		p.events.write(label(e))
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cursor = r.GetCursor()
}

// check makes sure that the numbers of the call's events have no gaps.
func (p *peer) check(e *callv1.CallEvent) {
	if e.GetSequence() == 0 {
		return
	}
	if p.sequence != 0 && e.GetSequence() != p.sequence+1 {
		p.t.Errorf("%s: event %d follows event %d", p.rawID, e.GetSequence(), p.sequence)
	}
	p.sequence = e.GetSequence()
}

func (p *peer) handle(e *callv1.CallEvent) error {
	p.starting.Lock()
	defer p.starting.Unlock()
	switch x := e.GetEvent().(type) {
	case *callv1.CallEvent_LegRinging:
		if x.LegRinging.GetLeg().GetIdentifier().GetRawId() == p.rawID {
			return p.answer(e.GetCallId())
		}
	case *callv1.CallEvent_LegAnswered:
		if leg := x.LegAnswered.GetLeg(); leg.GetIdentifier().GetRawId() != p.rawID {
			p.setFar(leg.GetLegId())
			return p.describe(nil)
		}
	case *callv1.CallEvent_SignalReceived:
		return p.signalled(x.SignalReceived.GetSignal())
	}
	return nil
}

// start calls another user.
func (p *peer) start(other string) {
	p.t.Helper()
	p.starting.Lock()
	defer p.starting.Unlock()
	r, err := p.calls.StartCall(p.t.Context(), &callv1.StartCallRequest{Targets: []*typev1.CommunicationIdentifier{{RawId: other}}, DeviceId: "phone"})
	must(p.t, err)
	p.joined(r.GetCall())
}

func (p *peer) answer(callID string) error {
	r, err := p.calls.AnswerCall(p.t.Context(), &callv1.AnswerCallRequest{CallId: callID, DeviceId: "phone"})
	if err != nil {
		return err
	}
	p.joined(r.GetCall())
	return nil
}

// joined notes the call, and the leg of the peer in it.
func (p *peer) joined(call *callv1.Call) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.call = call
	for _, l := range call.GetLegs() {
		if l.GetIdentifier().GetRawId() == p.rawID {
			p.own = l.GetLegId()
		}
	}
}

func (p *peer) setFar(legID string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.far = legID
}

func (p *peer) signalled(s *callv1.Signal) error {
	p.setFar(s.GetFromLegId())
	switch x := s.GetContent().(type) {
	case *callv1.Signal_Offer:
		if err := p.prepare(); err != nil {
			return err
		}
		p.sending.Lock() // an offer that restarts ICE makes new candidates at once
		defer p.sending.Unlock()
		if err := p.pc.SetRemoteDescription(webrtc.SessionDescription{Type: webrtc.SDPTypeOffer, SDP: x.Offer.GetSdp()}); err != nil {
			return err
		}
		return p.accept(s.GetSignalSequence())
	case *callv1.Signal_Answer:
		return p.pc.SetRemoteDescription(webrtc.SessionDescription{Type: webrtc.SDPTypeAnswer, SDP: x.Answer.GetSdp()})
	case *callv1.Signal_Candidate:
		return p.pc.AddICECandidate(webrtc.ICECandidateInit{Candidate: x.Candidate.GetCandidate(), SDPMid: &x.Candidate.SdpMid})
	default:
		return nil
	}
}

// restart makes a new offer, with a new path from a new credential.
func (p *peer) restart() {
	p.t.Helper()
	servers, err := p.servers()
	must(p.t, err)
	must(p.t, p.pc.SetConfiguration(webrtc.Configuration{ICEServers: servers, ICETransportPolicy: webrtc.ICETransportPolicyRelay}))
	must(p.t, p.describe(&webrtc.OfferOptions{ICERestart: true}))
}

// describe sends an offer. It becomes the local description only then, as that is what makes candidates.
func (p *peer) describe(o *webrtc.OfferOptions) error {
	if err := p.prepare(); err != nil {
		return err
	}
	p.sending.Lock()
	defer p.sending.Unlock()
	offer, err := p.pc.CreateOffer(o)
	if err != nil {
		return err
	}
	if err := p.send(&callv1.Signal{Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: offer.SDP}}}); err != nil {
		return err
	}
	return p.pc.SetLocalDescription(offer)
}

// accept answers the offer with a number. p.sending is held.
func (p *peer) accept(offer int64) error {
	answer, err := p.pc.CreateAnswer(nil)
	if err != nil {
		return err
	}
	if err := p.send(&callv1.Signal{Content: &callv1.Signal_Answer{Answer: &callv1.SessionAnswer{Sdp: answer.SDP, OfferSequence: offer}}}); err != nil {
		return err
	}
	return p.pc.SetLocalDescription(answer)
}

// send sends a signal to the other leg.
func (p *peer) send(s *callv1.Signal) error {
	p.mu.Lock()
	callID := p.call.GetCallId()
	s.ToLegId = p.far
	p.mu.Unlock()
	_, err := p.calls.SendSignal(p.t.Context(), &callv1.SendSignalRequest{CallId: callID, Signal: s})
	return err
}

// servers asks the broker for the relay, and returns the way to it that the peer takes.
func (p *peer) servers() ([]webrtc.ICEServer, error) {
	g, err := p.calls.GetRelayConfiguration(p.t.Context(), &callv1.GetRelayConfigurationRequest{CallId: p.call.GetCallId()})
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(g.GetUrls(), func(u string) bool { return strings.HasSuffix(u, "transport="+p.transport) })
	if i < 0 || !g.GetRelayOnly() {
		return nil, fmt.Errorf("the relay is %v", g)
	}
	url := g.GetUrls()[i]
	if p.through != "" {
		url = "turn:" + p.through + "?transport=" + p.transport
	}
	return []webrtc.ICEServer{{URLs: []string{url}, Username: g.GetUsername(), Credential: g.GetCredential()}}, nil
}

// prepare makes the peer connection, unless there is one.
func (p *peer) prepare() error {
	if p.pc != nil {
		return nil
	}
	servers, err := p.servers()
	if err != nil {
		return err
	}
	p.pc, err = newAPI().NewPeerConnection(webrtc.Configuration{ICEServers: servers, ICETransportPolicy: webrtc.ICETransportPolicyRelay})
	if err != nil {
		return err
	}
	p.pc.OnICECandidate(p.candidate)
	p.pc.OnICEConnectionStateChange(func(s webrtc.ICEConnectionState) { p.ice.write(s.String()) })
	p.pc.OnTrack(func(track *webrtc.TrackRemote, _ *webrtc.RTPReceiver) { p.ear.listen(track, p.connected) })
	sender, err := p.pc.AddTrack(p.track)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(p.t.Context())
	p.t.Cleanup(cancel)
	p.speaker.Go(func() {
		if err := speak(ctx, p.track); err != nil && !isOver(err) {
			p.t.Errorf("%s: %v", p.rawID, err)
		}
	})
	go func() { // reports of the receiver must be read; they end with the connection
		for b := make([]byte, 1500); ; {
			if _, _, err := sender.Read(b); err != nil {
				return
			}
		}
	}()
	return nil
}

// newAPI is Pion with times that suit a test.
func newAPI() *webrtc.API {
	var s webrtc.SettingEngine
	s.SetICETimeouts(2*time.Second, patience, 500*time.Millisecond)
	s.SetRelayAcceptanceMinWait(0)
	s.LoggerFactory = &logging.DefaultLoggerFactory{DefaultLogLevel: logging.LogLevelDisabled}
	return webrtc.NewAPI(webrtc.WithSettingEngine(s))
}

// candidate sends a way to reach the peer, after the description that it belongs to.
func (p *peer) candidate(c *webrtc.ICECandidate) {
	p.sending.Lock()
	defer p.sending.Unlock()
	s := &callv1.Signal{Content: &callv1.Signal_EndOfCandidates{EndOfCandidates: &callv1.EndOfCandidates{}}}
	if c != nil {
		init := c.ToJSON()
		s.Content = &callv1.Signal_Candidate{Candidate: &callv1.IceCandidate{Candidate: init.Candidate, SdpMid: *init.SDPMid}}
	}
	if err := p.send(s); err != nil && p.t.Context().Err() == nil {
		p.t.Errorf("%s: a candidate: %v", p.rawID, err)
	}
}

// connected tells the broker that sound arrives.
func (p *peer) connected() {
	if err := p.send(&callv1.Signal{Content: &callv1.Signal_MediaConnected{MediaConnected: &callv1.MediaConnected{}}}); err != nil {
		p.t.Errorf("%s: %v", p.rawID, err)
	}
}

// relayed makes sure that the sound goes through the relay on both sides.
func (p *peer) relayed() {
	p.t.Helper()
	pair, err := p.pc.GetSenders()[0].Transport().ICETransport().GetSelectedCandidatePair()
	must(p.t, err)
	if pair == nil || pair.Local.Typ != webrtc.ICECandidateTypeRelay || pair.Remote.Typ != webrtc.ICECandidateTypeRelay {
		p.t.Errorf("%s: the sound goes by %v", p.rawID, pair)
	}
}

func (p *peer) hangUp() {
	p.t.Helper()
	_, err := p.calls.HangUp(p.t.Context(), &callv1.HangUpRequest{CallId: p.call.GetCallId()})
	must(p.t, err)
}

// label is an event in short.
func label(e *callv1.CallEvent) string {
	switch x := e.GetEvent().(type) {
	case *callv1.CallEvent_CallStateChanged:
		return strings.TrimPrefix(x.CallStateChanged.GetState().String(), "CALL_STATE_")
	case *callv1.CallEvent_CallEnded:
		return "call ended " + strings.TrimPrefix(x.CallEnded.GetCall().GetOutcome().String(), "OUTCOME_")
	case *callv1.CallEvent_LegEnded:
		return "leg ended " + strings.TrimPrefix(x.LegEnded.GetLeg().GetOutcome().String(), "OUTCOME_")
	default:
		m := e.ProtoReflect()
		return string(m.WhichOneof(m.Descriptor().Oneofs().ByName("event")).Name())
	}
}

package io.github.parleyinterop;

import io.github.parleyinterop.call.v1.AcknowledgeNoticeRequest;
import io.github.parleyinterop.call.v1.AcknowledgeNoticeResponse;
import io.github.parleyinterop.call.v1.AddParticipantsRequest;
import io.github.parleyinterop.call.v1.AddParticipantsResponse;
import io.github.parleyinterop.call.v1.AnswerCallRequest;
import io.github.parleyinterop.call.v1.AnswerCallResponse;
import io.github.parleyinterop.call.v1.Call;
import io.github.parleyinterop.call.v1.CallEvent;
import io.github.parleyinterop.call.v1.CallServiceGrpc;
import io.github.parleyinterop.call.v1.GetCallRequest;
import io.github.parleyinterop.call.v1.GetCallResponse;
import io.github.parleyinterop.call.v1.GetRelayConfigurationRequest;
import io.github.parleyinterop.call.v1.GetRelayConfigurationResponse;
import io.github.parleyinterop.call.v1.HangUpRequest;
import io.github.parleyinterop.call.v1.HangUpResponse;
import io.github.parleyinterop.call.v1.HoldCallRequest;
import io.github.parleyinterop.call.v1.HoldCallResponse;
import io.github.parleyinterop.call.v1.Leg;
import io.github.parleyinterop.call.v1.LegRinging;
import io.github.parleyinterop.call.v1.ListCallsRequest;
import io.github.parleyinterop.call.v1.ListCallsResponse;
import io.github.parleyinterop.call.v1.ListNoticesRequest;
import io.github.parleyinterop.call.v1.ListNoticesResponse;
import io.github.parleyinterop.call.v1.MuteParticipantRequest;
import io.github.parleyinterop.call.v1.MuteParticipantResponse;
import io.github.parleyinterop.call.v1.Notice;
import io.github.parleyinterop.call.v1.RedirectCallRequest;
import io.github.parleyinterop.call.v1.RedirectCallResponse;
import io.github.parleyinterop.call.v1.RejectCallRequest;
import io.github.parleyinterop.call.v1.RejectCallResponse;
import io.github.parleyinterop.call.v1.RemoveParticipantRequest;
import io.github.parleyinterop.call.v1.RemoveParticipantResponse;
import io.github.parleyinterop.call.v1.ResumeCallRequest;
import io.github.parleyinterop.call.v1.ResumeCallResponse;
import io.github.parleyinterop.call.v1.SendDtmfRequest;
import io.github.parleyinterop.call.v1.SendDtmfResponse;
import io.github.parleyinterop.call.v1.SendSignalRequest;
import io.github.parleyinterop.call.v1.SendSignalResponse;
import io.github.parleyinterop.call.v1.SetCaptureStateRequest;
import io.github.parleyinterop.call.v1.SetCaptureStateResponse;
import io.github.parleyinterop.call.v1.StartCallRequest;
import io.github.parleyinterop.call.v1.StartCallResponse;
import io.github.parleyinterop.call.v1.SubscribeRequest;
import io.github.parleyinterop.call.v1.TransferCallRequest;
import io.github.parleyinterop.call.v1.TransferCallResponse;
import io.github.parleyinterop.call.v1.UnmuteParticipantRequest;
import io.github.parleyinterop.call.v1.UnmuteParticipantResponse;
import io.github.parleyinterop.identity.v1.GetCallerRequest;
import io.github.parleyinterop.identity.v1.IdentityServiceGrpc;
import io.github.parleyinterop.type.v1.StartPosition;
import java.util.Arrays;
import java.util.Optional;

/**
 * Calls: the ringing, the signals and the truth about how each call ended. What {@code CallService} serves. Safe for
 * use by many threads.
 *
 * <p>Every method waits for its answer, at most until the deadline of the client.
 */
public final class CallClient {
    private final Invoker invoker;
    private volatile String self;

    CallClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Calls one party or several; when it answers, they ring on all their devices.
     *
     * <p>Each target is decided on its own: those who are refused (unknown, or not reachable under the tenant's
     * policy) come back in {@code refused_targets}. Where all are refused there is no call, and the error is that of
     * the first. Several targets make a group call: whoever answers is in it. Where two parties call only each other
     * at the same time, the later StartCall makes no call of its own: it answers the earlier one for the caller's
     * device and says so in {@code answered_existing}.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_TO_SELF}, {@code
     *     PARTICIPANT_REPEATED}, {@code PARTICIPANT_KIND_UNSUPPORTED} where no communication user is in the call,
     *     {@code FOREIGN_OWNER} where those of two resources would be, {@code CALLEE_UNREACHABLE}, {@code
     *     PHONE_NUMBER_UNSUPPORTED}, {@code TOO_MANY_LEGS}, {@code TOO_MANY_CALLS}, {@code CUSTOM_CONTEXT_TOO_LARGE},
     *     {@code INTEROP_COEXISTENCE_MODE}, {@code INTEROP_GROUP_CALL}, {@code INTEROP_*}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}, {@code QUOTA_EXCEEDED}
     */
    public StartCallResponse startCall(StartCallRequest request) {
        return invoker.call(CallServiceGrpc.getStartCallMethod(), request);
    }

    /**
     * Calls one party or several; when it answers, they ring on all their devices.
     *
     * @param targets whom to call, 1 to 31
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public StartCallResponse startCall(Identifier... targets) {
        return startCall(StartCallRequest.newBuilder()
                .addAllTargets(Arrays.stream(targets).map(Identifier::toProto).toList())
                .build());
    }

    /**
     * Takes an incoming call on one device; the first device wins and the others of the same user hear {@code
     * ANSWERED_ELSEWHERE}. Signals pass from here on. Where the call is captured, the answer brings the notices.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code CALL_ALREADY_ANSWERED} here or on another device, {@code CALL_STATE}
     *     for the party that started the call, {@code INTEROP_*}, {@code IDEMPOTENCY_KEY_REUSED}, {@code
     *     RATE_LIMITED}
     */
    public AnswerCallResponse answerCall(AnswerCallRequest request) {
        return invoker.call(CallServiceGrpc.getAnswerCallMethod(), request);
    }

    /**
     * Takes an incoming call on one device; the first device wins and the others of the same user hear {@code
     * ANSWERED_ELSEWHERE}. Signals pass from here on. Where the call is captured, the answer brings the notices.
     *
     * @param callId the call, a GUID
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public AnswerCallResponse answerCall(String callId) {
        return answerCall(AnswerCallRequest.newBuilder().setCallId(callId).build());
    }

    /**
     * Refuses an incoming call on all devices of the party. Rejecting again succeeds and changes nothing.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}; {@code
     *     CALL_ENDED} or {@code LEG_ENDED} where it ended in another way; {@code CALL_ALREADY_ANSWERED}; {@code
     *     CALL_STATE} for the party that started the call; {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public RejectCallResponse rejectCall(RejectCallRequest request) {
        return invoker.call(CallServiceGrpc.getRejectCallMethod(), request);
    }

    /**
     * Refuses an incoming call on all devices of the party. Rejecting again succeeds and changes nothing.
     *
     * @param callId the call, a GUID
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public RejectCallResponse rejectCall(String callId) {
        return rejectCall(RejectCallRequest.newBuilder().setCallId(callId).build());
    }

    /**
     * Sends an incoming call on to somebody else, before it is answered. The caller's side stays as it is, and the
     * new target rings with a ring timeout of its own. A call is redirected at most 5 times. A voice application may
     * send a call on to users of its own tenant even where {@code INTEROP_ROUTING} forbids it to users.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code CALL_ALREADY_ANSWERED}, {@code CALL_STATE} for the party that
     *     started the call, {@code CALL_TO_SELF}, {@code PARTICIPANT_EXISTS}, {@code PARTICIPANT_KIND_UNSUPPORTED},
     *     {@code FOREIGN_OWNER}, {@code CALLEE_UNREACHABLE}, {@code PHONE_NUMBER_UNSUPPORTED}, {@code
     *     TOO_MANY_REDIRECTIONS}, {@code TOO_MANY_LEGS}, {@code TOO_MANY_CALLS}, {@code CUSTOM_CONTEXT_TOO_LARGE},
     *     {@code INTEROP_ROUTING}, {@code INTEROP_COEXISTENCE_MODE}, {@code INTEROP_*}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public RedirectCallResponse redirectCall(RedirectCallRequest request) {
        return invoker.call(CallServiceGrpc.getRedirectCallMethod(), request);
    }

    /**
     * Leaves a call, or ends it for everyone. A call that nobody or one live party is left in ends. The party that
     * started a call and leaves it before anybody has answered cancels it. Hanging up where the caller's leg or the
     * call has ended succeeds and changes nothing. An access key that acts as nobody may hang up for everyone only.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_STATE} for a party that rings (reject the call instead), {@code ACT_AS_REQUIRED}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public HangUpResponse hangUp(HangUpRequest request) {
        return invoker.call(CallServiceGrpc.getHangUpMethod(), request);
    }

    /**
     * Leaves a call, or ends it for everyone. A call that nobody or one live party is left in ends. The party that
     * started a call and leaves it before anybody has answered cancels it. Hanging up where the caller's leg or the
     * call has ended succeeds and changes nothing. An access key that acts as nobody may hang up for everyone only.
     *
     * @param callId the call, a GUID
     * @return the call after that; where it has ended, with its outcome
     * @throws ParleyException as the form with the whole request
     */
    public Call hangUp(String callId) {
        return hangUp(HangUpRequest.newBuilder().setCallId(callId).build()).getCall();
    }

    /**
     * Returns a call that the caller is in, was in or is called to; for an access key that acts as nobody, any of its
     * resource.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}
     */
    public GetCallResponse getCall(GetCallRequest request) {
        return invoker.call(CallServiceGrpc.getGetCallMethod(), request);
    }

    /**
     * Returns a call that the caller is in, was in or is called to; for an access key that acts as nobody, any of its
     * resource.
     *
     * @param callId the call, a GUID
     * @return the call
     * @throws ParleyException as the form with the whole request
     */
    public Call getCall(String callId) {
        return getCall(GetCallRequest.newBuilder().setCallId(callId).build()).getCall();
    }

    /**
     * Lists the calls of the user that the caller is or acts as, or of the whole resource for an access key that acts
     * as nobody, newest first. Pages are stable: calls that are started in between are never repeated and never push
     * others out. A page looks through a bounded number of calls: where few fit, it may have fewer than asked for,
     * even none, and still name a next one.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<Call> listCalls(ListCallsRequest request) {
        return new Pages<>(token -> {
            ListCallsResponse page = invoker.call(
                    CallServiceGrpc.getListCallsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getCallsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the calls of the user that the caller is or acts as, or of the whole resource for an access key that acts
     * as nobody, newest first. Pages are stable: calls that are started in between are never repeated and never push
     * others out. A page looks through a bounded number of calls: where few fit, it may have fewer than asked for,
     * even none, and still name a next one.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<Call> listCalls() {
        return listCalls(ListCallsRequest.newBuilder().build());
    }

    /**
     * Calls more parties into a call that has been answered. Each is decided on its own, and refused ones come back
     * with their reasons; one that is in the call or rings already is refused with {@code PARTICIPANT_EXISTS}, and
     * one too many with {@code TOO_MANY_LEGS}. A Teams user adds Teams users only, unless its tenant lifts that
     * ({@code INTEROP_ADD_PARTICIPANT}).
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code CALL_STATE}, {@code PARTICIPANT_REPEATED}, {@code
     *     CUSTOM_CONTEXT_TOO_LARGE}, {@code INTEROP_GROUP_CALL}, {@code INTEROP_ADD_PARTICIPANT}, {@code INTEROP_*},
     *     {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}, {@code QUOTA_EXCEEDED}
     */
    public AddParticipantsResponse addParticipants(AddParticipantsRequest request) {
        return invoker.call(CallServiceGrpc.getAddParticipantsMethod(), request);
    }

    /**
     * Takes a party out of a call, or withdraws its invitation while it rings. Anybody who has answered may; for
     * one's own leg it is HangUp. Removing a party whose leg has ended succeeds and changes nothing.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code CALL_STATE}, {@code LEG_NOT_FOUND}, {@code INTEROP_*}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public RemoveParticipantResponse removeParticipant(RemoveParticipantRequest request) {
        return invoker.call(CallServiceGrpc.getRemoveParticipantMethod(), request);
    }

    /**
     * Lets somebody else take the caller's place in a call.
     *
     * <p>Blind, with {@code target}: the target rings, and the caller stays until it answers, or hangs up at once and
     * trusts to it. If the target does not answer, the transfer has failed and the caller is in the call as before;
     * if the caller has left and one party remains, the call ends. So a voice application offers a call to the users
     * of its own tenant in turn, which {@code INTEROP_ROUTING} never forbids. A target that rings does not make the
     * call a group call. Consultative, with {@code consultation_call_id}: the caller is in a second call with the
     * target alone, and both have answered. In one commit the target's device is in the first call without ringing,
     * the caller has left both calls, and the second call has ended.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND} (the metadata
     *     {@code call_id} says which), {@code CALL_ENDED}, {@code LEG_ENDED}, {@code CALL_STATE} where a call is not
     *     answered or the caller has a transfer waiting, {@code CALL_TO_SELF}, {@code PARTICIPANT_EXISTS}, {@code
     *     PARTICIPANT_KIND_UNSUPPORTED}, {@code FOREIGN_OWNER}, {@code CALLEE_UNREACHABLE}, {@code
     *     PHONE_NUMBER_UNSUPPORTED}, {@code TOO_MANY_LEGS}, {@code TOO_MANY_CALLS}, {@code CUSTOM_CONTEXT_TOO_LARGE},
     *     {@code INTEROP_ROUTING}, {@code INTEROP_COEXISTENCE_MODE}, {@code INTEROP_*}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public TransferCallResponse transferCall(TransferCallRequest request) {
        return invoker.call(CallServiceGrpc.getTransferCallMethod(), request);
    }

    /**
     * Puts a call on hold for the caller: it sends and plays nothing until it resumes. Holding again changes nothing.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code CALL_STATE} where the caller's leg is not connected, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public HoldCallResponse holdCall(HoldCallRequest request) {
        return invoker.call(CallServiceGrpc.getHoldCallMethod(), request);
    }

    /**
     * Puts a call on hold for the caller: it sends and plays nothing until it resumes. Holding again changes nothing.
     *
     * @param callId the call, a GUID
     * @return the caller's leg after that
     * @throws ParleyException as the form with the whole request
     */
    public Leg holdCall(String callId) {
        return holdCall(HoldCallRequest.newBuilder().setCallId(callId).build()).getLeg();
    }

    /**
     * Takes a call off hold for the caller. Resuming again changes nothing.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code CALL_STATE} where the caller's leg is not connected, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public ResumeCallResponse resumeCall(ResumeCallRequest request) {
        return invoker.call(CallServiceGrpc.getResumeCallMethod(), request);
    }

    /**
     * Takes a call off hold for the caller. Resuming again changes nothing.
     *
     * @param callId the call, a GUID
     * @return the caller's leg after that
     * @throws ParleyException as the form with the whole request
     */
    public Leg resumeCall(String callId) {
        return resumeCall(ResumeCallRequest.newBuilder().setCallId(callId).build())
                .getLeg();
    }

    /**
     * Mutes the caller or another party. It is the party's device that mutes, when it sees the event. Muting again
     * changes nothing.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED} of the caller or the party, {@code LEG_NOT_FOUND}, {@code CALL_STATE} where
     *     either has not answered, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public MuteParticipantResponse muteParticipant(MuteParticipantRequest request) {
        return invoker.call(CallServiceGrpc.getMuteParticipantMethod(), request);
    }

    /**
     * Unmutes the caller; nobody is unmuted by another. Unmuting again changes nothing.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code LEG_NOT_FOUND}, {@code CALL_STATE}, {@code NOT_THE_PARTY}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public UnmuteParticipantResponse unmuteParticipant(UnmuteParticipantRequest request) {
        return invoker.call(CallServiceGrpc.getUnmuteParticipantMethod(), request);
    }

    /**
     * Sends tones to the others in a call, or to one of them. They arrive as one event, in the order of the requests.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED} of the caller or the party, {@code LEG_NOT_FOUND}, {@code CALL_STATE} where
     *     either is not connected, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public SendDtmfResponse sendDtmf(SendDtmfRequest request) {
        return invoker.call(CallServiceGrpc.getSendDtmfMethod(), request);
    }

    /**
     * Sends an offer, an answer or a candidate to another leg that has answered; when it answers, the signal is
     * durable and has its place in the order. The end of the call erases it.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_NOT_FOUND}, {@code LEG_ENDED}, {@code CALL_STATE} where either leg rings, {@code
     *     CALL_TO_SELF} for a signal to the own leg, {@code SIGNAL_TOO_LARGE}, {@code SIGNAL_OUT_OF_TURN}, {@code
     *     TOO_MANY_SIGNALS}, {@code NOTICE_UNACKNOWLEDGED} for an offer or an answer while media with either leg
     *     waits, {@code IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public SendSignalResponse sendSignal(SendSignalRequest request) {
        return invoker.call(CallServiceGrpc.getSendSignalMethod(), request);
    }

    /**
     * Returns the relay and a credential for the caller's leg, which no other leg can use. It may be asked for while
     * the leg rings, and again before the credential expires. Relayed media ends with the leg.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code RELAY_DISABLED}, {@code RATE_LIMITED}, {@code QUOTA_EXCEEDED}
     */
    public GetRelayConfigurationResponse getRelayConfiguration(GetRelayConfigurationRequest request) {
        return invoker.call(CallServiceGrpc.getGetRelayConfigurationMethod(), request);
    }

    /**
     * Declares that a recording or a transcription is started, paused, resumed or stopped. In the same commit every
     * participant who has answered is told by a notice, and who comes later is told upon its answer. Anybody who has
     * answered may, and an access key that acts as nobody. Setting the state that it has changes nothing and tells
     * nobody.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code CALL_STATE} where the caller rings or nothing runs that could be
     *     paused, {@code INTEROP_RECORDING} for a 1:1 interop call, {@code INTEROP_*}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code RATE_LIMITED}
     */
    public SetCaptureStateResponse setCaptureState(SetCaptureStateRequest request) {
        return invoker.call(CallServiceGrpc.getSetCaptureStateMethod(), request);
    }

    /**
     * Keeps that the caller has seen a notice addressed to it. Once all that require it are acknowledged, its media
     * may go on. Acknowledging again returns the first acknowledgement.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code CALL_NOT_FOUND}, {@code
     *     CALL_ENDED}, {@code LEG_ENDED}, {@code NOTICE_NOT_FOUND}, {@code IDEMPOTENCY_KEY_REUSED}, {@code
     *     RATE_LIMITED}
     */
    public AcknowledgeNoticeResponse acknowledgeNotice(AcknowledgeNoticeRequest request) {
        return invoker.call(CallServiceGrpc.getAcknowledgeNoticeMethod(), request);
    }

    /**
     * Keeps that the caller has seen a notice addressed to it. Once all that require it are acknowledged, its media
     * may go on. Acknowledging again returns the first acknowledgement.
     *
     * @param callId the call, a GUID
     * @param noticeId the notice, addressed to the caller
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public AcknowledgeNoticeResponse acknowledgeNotice(String callId, String noticeId) {
        return acknowledgeNotice(AcknowledgeNoticeRequest.newBuilder()
                .setCallId(callId)
                .setNoticeId(noticeId)
                .build());
    }

    /**
     * Exports who was told of the captures of a call and when, and who acknowledged and when, in the order of the
     * log. It goes on answering after the call has ended, to whom GetCall answers.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<Notice> listNotices(ListNoticesRequest request) {
        return new Pages<>(token -> {
            ListNoticesResponse page = invoker.call(
                    CallServiceGrpc.getListNoticesMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getNoticesList(), page.getNextPageToken());
        });
    }

    /**
     * Exports who was told of the captures of a call and when, and who acknowledged and when, in the order of the
     * log. It goes on answering after the call has ended, to whom GetCall answers.
     *
     * @param callId the call, a GUID
     * @return all items, fetched while they are iterated over
     */
    public Pages<Notice> listNotices(String callId) {
        return listNotices(ListNoticesRequest.newBuilder().setCallId(callId).build());
    }

    /**
     * Follows what happens in the calls of the caller, or of the whole resource for an access key that acts as
     * nobody. The stream is opened at once, and it resumes by itself.
     *
     * @param request where to start, what to see, and how often to hear of the broker
     * @return the stream; close it
     */
    public EventStream<Received<CallEvent>> follow(SubscribeRequest request) {
        return EventStream.open(invoker, StreamKind.CALL, request);
    }

    /**
     * Follows from now on.
     *
     * @return the stream; close it
     */
    public EventStream<Received<CallEvent>> follow() {
        return follow(SubscribeRequest.getDefaultInstance());
    }

    /**
     * Follows from where an earlier stream stood.
     *
     * @param cursor of a stream of the same caller with the same filter
     * @return the stream; close it
     */
    public EventStream<Received<CallEvent>> followFrom(Cursor cursor) {
        return follow(SubscribeRequest.newBuilder().setCursor(cursor.bytes()).build());
    }

    /**
     * Follows from the oldest event that is kept and that the caller may see.
     *
     * @return the stream; close it
     */
    public EventStream<Received<CallEvent>> followFromBeginning() {
        return follow(SubscribeRequest.newBuilder()
                .setStartPosition(StartPosition.START_POSITION_BEGINNING)
                .build());
    }

    /**
     * Finds the call that an event makes ring for the user of this client. The first time it asks the broker who that is.
     *
     * <pre>{@code
     * try (EventStream<Received<CallEvent>> events = ben.calls().followFromBeginning()) {
     *     anna.calls().startCall(benId);
     *     for (Received<CallEvent> received : events) {
     *         Optional<IncomingCall> incoming = ben.calls().incoming(received.event());
     *         if (incoming.isPresent()) {
     *             incoming.get().answer();
     *             incoming.get().hangUp();
     *             break;
     *         }
     *     }
     * }
     * }</pre>
     *
     * @param event an event of {@link #follow()}
     * @param deviceId the device that listens, as in the request of the stream; empty for the unnamed one
     * @return the call; empty if the event is another, or somebody else rings
     */
    public Optional<IncomingCall> incoming(CallEvent event, String deviceId) {
        if (!event.hasLegRinging()) {
            return Optional.empty();
        }
        LegRinging ringing = event.getLegRinging();
        return ringing.getLeg().getIdentifier().getRawId().equals(self())
                ? Optional.of(new IncomingCall(this, ringing, deviceId))
                : Optional.empty();
    }

    /** Returns the raw id of the user that the client is or acts as; empty if it is none. */
    private String self() {
        if (invoker.actAs != null) {
            return invoker.actAs.rawId();
        }
        if (self == null) {
            self = invoker.call(IdentityServiceGrpc.getGetCallerMethod(), GetCallerRequest.getDefaultInstance())
                    .getIdentifier()
                    .getRawId();
        }
        return self;
    }

    /**
     * Finds the call that an event makes ring for the user of this client, on a user's only device.
     *
     * @param event an event of {@link #follow()}
     * @return the call; empty if the event is another, or somebody else rings
     */
    public Optional<IncomingCall> incoming(CallEvent event) {
        return incoming(event, "");
    }
}

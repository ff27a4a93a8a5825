package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.parleyinterop.call.v1.CallEvent;
import io.github.parleyinterop.call.v1.Outcome;
import io.github.parleyinterop.call.v1.RejectReason;
import io.github.parleyinterop.call.v1.SendSignalRequest;
import io.github.parleyinterop.call.v1.SessionOffer;
import io.github.parleyinterop.call.v1.Signal;
import io.github.parleyinterop.call.v1.StartCallResponse;
import io.github.parleyinterop.call.v1.SubscribeRequest;
import io.github.parleyinterop.type.v1.Scope;
import io.github.parleyinterop.type.v1.StartPosition;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallTest {
    private static World world;

    @BeforeAll
    static void open() throws IOException {
        world = World.shared();
    }

    private static IncomingCall ring(EventStream<Received<CallEvent>> events, CallClient calls, String device) {
        while (true) {
            Optional<IncomingCall> incoming = calls.incoming(events.next().event(), device);
            if (incoming.isPresent()) {
                return incoming.get();
            }
        }
    }

    private static CallEvent until(EventStream<Received<CallEvent>> events, Predicate<CallEvent> wanted) {
        while (true) {
            CallEvent event = events.next().event();
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    @Test
    void aCallIsAnsweredSignalledAndHungUp() {
        Identifier anna = world.user("Anna");
        Identifier ben = world.user("Ben");
        String token =
                world.backend.identity().issueToken(ben, Scope.SCOPE_VOIP).getToken();
        try (ParleyClient device = ParleyClient.builder(world.broker.address())
                        .token(token)
                        .build();
                var heard = world.as(anna).calls().followFromBeginning();
                var events = device.calls()
                        .follow(SubscribeRequest.newBuilder()
                                .setDeviceId("desk")
                                .setStartPosition(StartPosition.START_POSITION_BEGINNING)
                                .build())) {
            StartCallResponse started = world.as(anna).calls().startCall(ben);
            IncomingCall call = ring(events, device.calls(), "desk");
            assertEquals(anna, call.from());
            assertEquals(started.getLegId(), call.callerLegId());
            assertEquals("desk", call.answer().getCall().getLegs(1).getDeviceId());
            until(heard, CallEvent::hasLegAnswered);
            world.as(anna)
                    .calls()
                    .sendSignal(SendSignalRequest.newBuilder()
                            .setCallId(call.callId())
                            .setSignal(Signal.newBuilder()
                                    .setToLegId(call.legId())
                                    .setOffer(SessionOffer.newBuilder().setSdp("v=0 offer")))
                            .build());
            Signal offer = until(events, CallEvent::hasSignalReceived)
                    .getSignalReceived()
                    .getSignal();
            call.answerOffer("v=0 answer", offer.getSignalSequence());
            Signal answer = until(heard, CallEvent::hasSignalReceived)
                    .getSignalReceived()
                    .getSignal();
            assertEquals("v=0 answer", answer.getAnswer().getSdp());
            call.hangUp();
            assertTrue(until(heard, CallEvent::hasCallEnded).getCallEnded().hasCall());
        }
    }

    @Test
    void aCallIsRejectedWithoutBlocking() {
        Identifier anna = world.user("Anna");
        Identifier ben = world.user("Ben");
        try (var events = world.as(ben).calls().followFromBeginning()) {
            world.as(anna).calls().startCall(ben);
            CallAsyncClient calls = world.as(ben).async().calls();
            CallEvent ringing = until(events, CallEvent::hasLegRinging);
            calls.incoming(ringing)
                    .thenCompose(call -> call.orElseThrow().reject(RejectReason.REJECT_REASON_BUSY))
                    .join();
            CallEvent ended = until(events, CallEvent::hasLegEnded);
            assertEquals(Outcome.OUTCOME_BUSY, ended.getLegEnded().getLeg().getOutcome());
        }
    }
}

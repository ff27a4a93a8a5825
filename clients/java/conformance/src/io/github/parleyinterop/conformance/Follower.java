package io.github.parleyinterop.conformance;

import com.google.protobuf.Message;
import io.github.parleyinterop.ChatUpdate;
import io.github.parleyinterop.Cursor;
import io.github.parleyinterop.EventStream;
import io.github.parleyinterop.IncomingCall;
import io.github.parleyinterop.ParleyClient;
import io.github.parleyinterop.Received;
import io.github.parleyinterop.call.v1.AnswerCallRequest;
import io.github.parleyinterop.call.v1.CallEvent;
import io.github.parleyinterop.call.v1.HangUpRequest;
import io.github.parleyinterop.call.v1.RejectCallRequest;
import io.github.parleyinterop.call.v1.SendSignalRequest;
import io.github.parleyinterop.call.v1.SubscribeRequest;
import io.github.parleyinterop.policy.v1.WatchPolicyRequest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A stream that the runner reads, and the calls that ring in it. */
final class Follower<T> {
    private final EventStream<T> stream;
    private final Function<T, Map<String, Object>> answer;
    private final Map<String, IncomingCall> ringing;

    private Follower(
            EventStream<T> stream, Function<T, Map<String, Object>> answer, Map<String, IncomingCall> ringing) {
        this.stream = stream;
        this.answer = answer;
        this.ringing = ringing;
    }

    static Follower<?> open(ParleyClient client, Command c) {
        return switch (c.text("service")) {
            case "chat" ->
                new Follower<>(
                        client.chat()
                                .follow(c.message(
                                        "request",
                                        io.github.parleyinterop.chat.v1.SubscribeRequest.getDefaultInstance())),
                        Follower::chat,
                        Map.of());
            case "call" -> calls(client, c.message("request", SubscribeRequest.getDefaultInstance()));
            case "policy" ->
                new Follower<>(
                        client.policy().follow(c.message("request", WatchPolicyRequest.getDefaultInstance())),
                        received -> event(received.event(), received.cursor()),
                        Map.of());
            default -> throw new Driver.ProtocolMistake("no stream of " + c.text("service"));
        };
    }

    private static Follower<Received<CallEvent>> calls(ParleyClient client, SubscribeRequest request) {
        Map<String, IncomingCall> ringing = new ConcurrentHashMap<>();
        return new Follower<>(
                client.calls().follow(request),
                received -> {
                    client.calls()
                            .incoming(received.event(), request.getDeviceId())
                            .ifPresent(call -> ringing.put(call.callId(), call));
                    return event(received.event(), received.cursor());
                },
                ringing);
    }

    private static Map<String, Object> chat(ChatUpdate update) {
        if (update instanceof ChatUpdate.Typing typing) {
            return Map.of("typing", Json.of(typing.notification()));
        }
        ChatUpdate.Event committed = (ChatUpdate.Event) update;
        return event(committed.event(), committed.cursor());
    }

    private static Map<String, Object> event(Message event, Cursor cursor) {
        return Map.of("event", Json.of(event), "cursor", text(cursor));
    }

    private static String text(Cursor cursor) {
        return Base64.getEncoder().encodeToString(cursor.bytes().toByteArray());
    }

    Map<String, Object> next() {
        return stream.hasNext() ? answer.apply(stream.next()) : Map.of("end", true);
    }

    Map<String, Object> cursor() {
        return Map.of("cursor", stream.cursor().map(Follower::text).orElse(""));
    }

    Message act(Command c) {
        IncomingCall call = ringing.get(c.text("call_id"));
        if (call == null) {
            throw new Driver.ProtocolMistake("no call rings with the id " + c.text("call_id"));
        }
        return switch (c.text("action")) {
            case "answer" -> call.answer(c.message("request", AnswerCallRequest.getDefaultInstance()));
            case "reject" -> call.reject(c.message("request", RejectCallRequest.getDefaultInstance()));
            case "signal" -> call.signal(c.message("request", SendSignalRequest.getDefaultInstance()));
            case "hang_up" -> call.hangUp(c.message("request", HangUpRequest.getDefaultInstance()));
            default -> throw new Driver.ProtocolMistake("no such action: " + c.text("action"));
        };
    }

    void close() {
        stream.close();
    }
}

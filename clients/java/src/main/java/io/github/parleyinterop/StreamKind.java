package io.github.parleyinterop;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import io.github.parleyinterop.call.v1.CallEvent;
import io.github.parleyinterop.call.v1.CallServiceGrpc;
import io.github.parleyinterop.chat.v1.ChatServiceGrpc;
import io.github.parleyinterop.policy.v1.PolicyEvent;
import io.github.parleyinterop.policy.v1.PolicyServiceGrpc;
import io.github.parleyinterop.policy.v1.WatchPolicyRequest;
import io.github.parleyinterop.policy.v1.WatchPolicyResponse;
import io.grpc.MethodDescriptor;
import java.util.concurrent.TimeUnit;

/**
 * One of the broker's streams: how its requests and responses are read.
 *
 * @param <Q> its request
 * @param <R> its response
 * @param <T> what the application is handed
 */
interface StreamKind<Q, R, T> {
    /** How often the broker sends a heartbeat where nobody asked for another interval. */
    long DEFAULT_HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(30);

    MethodDescriptor<Q, R> method();

    Q from(Q request, ByteString cursor);

    /** Returns the cursor that the request starts from, empty if it has none. */
    ByteString start(Q request);

    long heartbeatNanos(Q request);

    /** Returns the cursor after a response, empty if it has none. */
    ByteString cursor(R response);

    /** Returns what the application is handed; null for a heartbeat. */
    T item(R response);

    /** The streams of chat. */
    StreamKind<
                    io.github.parleyinterop.chat.v1.SubscribeRequest,
                    io.github.parleyinterop.chat.v1.SubscribeResponse,
                    ChatUpdate>
            CHAT = new StreamKind<>() {
                @Override
                public MethodDescriptor<
                                io.github.parleyinterop.chat.v1.SubscribeRequest,
                                io.github.parleyinterop.chat.v1.SubscribeResponse>
                        method() {
                    return ChatServiceGrpc.getSubscribeMethod();
                }

                @Override
                public io.github.parleyinterop.chat.v1.SubscribeRequest from(
                        io.github.parleyinterop.chat.v1.SubscribeRequest request, ByteString cursor) {
                    return request.toBuilder().setCursor(cursor).build();
                }

                @Override
                public ByteString start(io.github.parleyinterop.chat.v1.SubscribeRequest request) {
                    return request.getCursor();
                }

                @Override
                public long heartbeatNanos(io.github.parleyinterop.chat.v1.SubscribeRequest request) {
                    return request.hasHeartbeatInterval()
                            ? nanos(request.getHeartbeatInterval())
                            : DEFAULT_HEARTBEAT_NANOS;
                }

                @Override
                public ByteString cursor(io.github.parleyinterop.chat.v1.SubscribeResponse response) {
                    return response.getCursor();
                }

                @Override
                public ChatUpdate item(io.github.parleyinterop.chat.v1.SubscribeResponse response) {
                    return switch (response.getPayloadCase()) {
                        case EVENT -> new ChatUpdate.Event(response.getEvent(), Cursor.of(response.getCursor()));
                        case TYPING -> new ChatUpdate.Typing(response.getTyping());
                        default -> null;
                    };
                }
            };

    /** The streams of calls. */
    StreamKind<
                    io.github.parleyinterop.call.v1.SubscribeRequest,
                    io.github.parleyinterop.call.v1.SubscribeResponse,
                    Received<CallEvent>>
            CALL = new StreamKind<>() {
                @Override
                public MethodDescriptor<
                                io.github.parleyinterop.call.v1.SubscribeRequest,
                                io.github.parleyinterop.call.v1.SubscribeResponse>
                        method() {
                    return CallServiceGrpc.getSubscribeMethod();
                }

                @Override
                public io.github.parleyinterop.call.v1.SubscribeRequest from(
                        io.github.parleyinterop.call.v1.SubscribeRequest request, ByteString cursor) {
                    return request.toBuilder().setCursor(cursor).build();
                }

                @Override
                public ByteString start(io.github.parleyinterop.call.v1.SubscribeRequest request) {
                    return request.getCursor();
                }

                @Override
                public long heartbeatNanos(io.github.parleyinterop.call.v1.SubscribeRequest request) {
                    return request.hasHeartbeatInterval()
                            ? nanos(request.getHeartbeatInterval())
                            : DEFAULT_HEARTBEAT_NANOS;
                }

                @Override
                public ByteString cursor(io.github.parleyinterop.call.v1.SubscribeResponse response) {
                    return response.getCursor();
                }

                @Override
                public Received<CallEvent> item(io.github.parleyinterop.call.v1.SubscribeResponse response) {
                    return response.hasEvent()
                            ? new Received<>(response.getEvent(), Cursor.of(response.getCursor()))
                            : null;
                }
            };

    /** The streams of a tenant's policy. */
    StreamKind<WatchPolicyRequest, WatchPolicyResponse, Received<PolicyEvent>> POLICY = new StreamKind<>() {
        @Override
        public MethodDescriptor<WatchPolicyRequest, WatchPolicyResponse> method() {
            return PolicyServiceGrpc.getWatchPolicyMethod();
        }

        @Override
        public WatchPolicyRequest from(WatchPolicyRequest request, ByteString cursor) {
            return request.toBuilder().setCursor(cursor).build();
        }

        @Override
        public ByteString start(WatchPolicyRequest request) {
            return request.getCursor();
        }

        @Override
        public long heartbeatNanos(WatchPolicyRequest request) {
            return request.hasHeartbeatInterval() ? nanos(request.getHeartbeatInterval()) : DEFAULT_HEARTBEAT_NANOS;
        }

        @Override
        public ByteString cursor(WatchPolicyResponse response) {
            return response.getCursor();
        }

        @Override
        public Received<PolicyEvent> item(WatchPolicyResponse response) {
            return response.hasEvent() ? new Received<>(response.getEvent(), Cursor.of(response.getCursor())) : null;
        }
    };

    private static long nanos(Duration interval) {
        return TimeUnit.SECONDS.toNanos(interval.getSeconds()) + interval.getNanos();
    }
}

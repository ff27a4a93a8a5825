package io.github.parleyinterop;

import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What all clients that were derived from one another share: the channel, the credential and the threads. */
final class Connection {
    /** Where a call leaves the token that it has used. */
    static final CallOptions.Key<AtomicReference<String>> TOKEN = CallOptions.Key.create("parley-token");

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> ACT_AS =
            Metadata.Key.of("parley-act-as", Metadata.ASCII_STRING_MARSHALLER);

    final ManagedChannel channel;
    final String address;
    final Credential credential;
    final Executor executor;
    private final ScheduledExecutorService timer;
    /** The executor, if it is not the application's; else null. */
    private final ExecutorService own;

    private final Set<Owned> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Connection(
            ManagedChannel channel,
            String address,
            Credential credential,
            Executor executor,
            ScheduledExecutorService timer,
            ExecutorService own) {
        this.channel = channel;
        this.address = address;
        this.credential = credential;
        this.executor = executor;
        this.timer = timer;
        this.own = own;
    }

    /** Returns a channel whose calls carry the credential, and act as a user unless that is null. */
    Channel dressed(Identifier actAs) {
        return io.grpc.ClientInterceptors.intercept(channel, new Dress(new Bearer(), actAs));
    }

    /** Runs a step on the executor after some time; never, once the connection is closed. */
    void schedule(Runnable step, long nanos) {
        try {
            timer.schedule(() -> executor.execute(step), nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    /** Lets the next call connect at once, although the last try may have failed a moment ago. */
    void retryNow() {
        channel.resetConnectBackoff();
    }

    /** Lets the next call use a connection of its own: the one there is seems to be dead. */
    void reconnect() {
        channel.enterIdle();
    }

    /** Ends something together with the connection. */
    void own(Owned thing) {
        open.add(thing);
        if (closed) {
            thing.end();
        }
    }

    void disown(Owned thing) {
        open.remove(thing);
    }

    void close() {
        closed = true;
        open.forEach(Owned::end);
        timer.shutdownNow();
        channel.shutdown();
        try {
            if (!channel.awaitTermination(5, TimeUnit.SECONDS)) {
                channel.shutdownNow();
            }
        } catch (InterruptedException e) {
            channel.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (own != null) {
            own.shutdown();
        }
    }

    /** What ends with the connection at the latest. */
    @FunctionalInterface
    interface Owned {
        void end();
    }

    private record Dress(CallCredentials credentials, Identifier actAs) implements ClientInterceptor {
        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            ClientCall<Q, R> call = next.newCall(method, options.withCallCredentials(credentials));
            return actAs == null ? call : new ActingCall<>(call, actAs.rawId());
        }
    }

    private static final class ActingCall<Q, R> extends SimpleForwardingClientCall<Q, R> {
        private final String rawId;

        ActingCall(ClientCall<Q, R> call, String rawId) {
            super(call);
            this.rawId = rawId;
        }

        @Override
        public void start(Listener<R> listener, Metadata headers) {
            headers.put(ACT_AS, rawId);
            super.start(listener, headers);
        }
    }

    private final class Bearer extends CallCredentials {
        @Override
        public void applyRequestMetadata(RequestInfo info, Executor calls, MetadataApplier applier) {
            AtomicReference<String> used = info.getCallOptions().getOption(TOKEN);
            credential.current().whenComplete((text, failure) -> {
                if (failure != null) {
                    applier.fail(refusal(failure));
                    return;
                }
                if (used != null) {
                    used.set(text);
                }
                Metadata headers = new Metadata();
                headers.put(AUTHORIZATION, "Bearer " + text);
                applier.apply(headers);
            });
        }

        private static Status refusal(Throwable failure) {
            Throwable cause = failure;
            while (cause instanceof java.util.concurrent.CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Status.UNAUTHENTICATED
                    .withDescription("the token provider has failed: " + cause.getMessage())
                    .withCause(cause);
        }
    }
}

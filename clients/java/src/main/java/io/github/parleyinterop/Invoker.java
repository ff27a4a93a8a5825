package io.github.parleyinterop;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Makes unary calls as one client with its settings wants them: with a deadline, a key, and tries. Immutable. */
final class Invoker {
    final Connection connection;
    final Channel channel;
    final Duration deadline;
    final RetryPolicy retry;
    final Identifier actAs;

    Invoker(Connection connection, Duration deadline, RetryPolicy retry, Identifier actAs) {
        this.connection = connection;
        this.channel = connection.dressed(actAs);
        this.deadline = deadline;
        this.retry = retry;
        this.actAs = actAs;
    }

    Invoker withDeadline(Duration changed) {
        return new Invoker(connection, changed, retry, actAs);
    }

    Invoker withRetry(RetryPolicy changed) {
        return new Invoker(connection, deadline, changed, actAs);
    }

    Invoker asUser(Identifier user) {
        return new Invoker(connection, deadline, retry, user);
    }

    /** Calls a method and waits for its answer. */
    <Q, R> R call(MethodDescriptor<Q, R> method, Q request) {
        Logical<Q> logical = new Logical<>(method, request);
        while (true) {
            try {
                return ClientCalls.blockingUnaryCall(channel, method, logical.options(), logical.request);
            } catch (StatusRuntimeException e) {
                ParleyException failure = failure(e.getStatus(), e.getTrailers(), method);
                long delay = logical.delayAfter(failure);
                if (delay < 0) {
                    throw failure;
                }
                pause(delay, failure);
            }
        }
    }

    private void pause(long nanos, ParleyException failure) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
            throw Failure.local(Status.Code.CANCELLED, "interrupted while waiting to try again", failure);
        }
        connection.retryNow();
    }

    /** Calls a method without waiting. Cancelling the future cancels the call. */
    <Q, R> CompletableFuture<R> start(MethodDescriptor<Q, R> method, Q request) {
        Answer<Q, R> answer = new Answer<>(this, new Logical<>(method, request));
        answer.attempt();
        return answer.future();
    }

    /** Waits for an answer; a thread that is interrupted cancels the call. */
    static <R> R join(CompletableFuture<R> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw Failure.local(Status.Code.CANCELLED, "interrupted while waiting for the answer", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a call fails with a ParleyException", e);
        }
    }

    ParleyException failure(Status status, Metadata trailers, MethodDescriptor<?, ?> method) {
        return Failure.read(status, trailers, method.getFullMethodName(), connection.address);
    }

    /** One call as the application means it, however often it is tried. */
    final class Logical<Q> {
        final MethodDescriptor<Q, ?> method;
        final Q request;
        private final AtomicReference<String> token = new AtomicReference<>();
        private final Attempts attempts;
        private final CallOptions options;

        Logical(MethodDescriptor<Q, ?> method, Q request) {
            Traits traits = Traits.of(method);
            Deadline end = deadline == null ? null : Deadline.after(deadline.toNanos(), TimeUnit.NANOSECONDS);
            this.method = method;
            this.request = traits.withKey(request);
            this.attempts = new Attempts(retry, traits.repeatable(), end);
            this.options = CallOptions.DEFAULT
                    .withDeadline(end)
                    .withExecutor(connection.executor)
                    .withOption(Connection.TOKEN, token);
        }

        CallOptions options() {
            return options;
        }

        long delayAfter(ParleyException failure) {
            return attempts.delayAfter(failure, connection.credential, token.get());
        }
    }
}

/** The answer to one call that nobody waits for, over all its tries. */
final class Answer<Q, R> extends ClientCall.Listener<R> {
    private final Invoker invoker;
    private final Invoker.Logical<Q> logical;
    private final MethodDescriptor<Q, R> method;
    private final CompletableFuture<R> future = new CompletableFuture<>();
    private volatile ClientCall<Q, R> call;
    private R message;

    @SuppressWarnings("unchecked") // The method of the logical call answers with R, by the signature of Invoker.start.
    Answer(Invoker invoker, Invoker.Logical<Q> logical) {
        this.invoker = invoker;
        this.logical = logical;
        this.method = (MethodDescriptor<Q, R>) logical.method;
        future.whenComplete((answer, failure) -> {
            if (future.isCancelled()) {
                call.cancel("the future was cancelled", null);
            }
        });
    }

    CompletableFuture<R> future() {
        return future;
    }

    void attempt() {
        if (future.isDone()) {
            return;
        }
        message = null;
        call = invoker.channel.newCall(method, logical.options());
        call.start(this, new Metadata());
        call.sendMessage(logical.request);
        call.halfClose();
        call.request(2);
        if (future.isCancelled()) {
            call.cancel("the future was cancelled", null);
        }
    }

    @Override
    public void onMessage(R received) {
        message = received;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        if (status.isOk() && message != null) {
            future.complete(message);
            return;
        }
        Status failed = status.isOk() ? Status.INTERNAL.withDescription("the broker has sent no answer") : status;
        ParleyException failure = invoker.failure(failed, trailers, method);
        long delay = logical.delayAfter(failure);
        if (delay < 0) {
            future.completeExceptionally(failure);
            return;
        }
        Connection.Owned end = () -> future.completeExceptionally(failure);
        invoker.connection.own(end);
        invoker.connection.schedule(() -> retry(end), delay);
    }

    private void retry(Connection.Owned end) {
        invoker.connection.disown(end);
        invoker.connection.retryNow();
        attempt();
    }
}

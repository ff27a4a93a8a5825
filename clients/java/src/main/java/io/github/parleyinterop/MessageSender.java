package io.github.parleyinterop;

import io.github.parleyinterop.chat.v1.ChatServiceGrpc;
import io.github.parleyinterop.chat.v1.SendMessageRequest;
import io.github.parleyinterop.chat.v1.SendMessageResponse;
import io.github.parleyinterop.chat.v1.SendMessagesRequest;
import io.github.parleyinterop.chat.v1.SendMessagesResponse;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends many messages over one stream without waiting for each. So many may be on their way at a time as the window says;
 * beyond that {@link #send} waits and {@link #offer} declines. Messages to one thread take effect in the order in which they were
 * sent, and the futures are completed in that order too. After a broken connection the sender sends again what was not
 * acknowledged, with the same idempotency keys, so that each message is there once.
 *
 * <p>A message that is refused fails its own future, with the {@link ParleyException} that {@code sendMessage} would throw, and no
 * other. Where the stream itself is refused, all that wait fail, and so does all that is sent afterwards.
 *
 * <pre>{@code
 * try (MessageSender sender = anna.chat().openSender()) {
 *     for (int i = 1; i <= 100; i++) {
 *         sender.send(threadId, "line " + i);
 *     }
 * }
 * }</pre>
 *
 * <p>Any number of threads may use a sender.
 */
public final class MessageSender implements AutoCloseable {
    /** How many messages may be on their way by default. */
    public static final int DEFAULT_WINDOW = 256;

    private static final MethodDescriptor<SendMessagesRequest, SendMessagesResponse> METHOD =
            ChatServiceGrpc.getSendMessagesMethod();
    private static final Traits TRAITS = Traits.of(ChatServiceGrpc.getSendMessageMethod());

    private final Invoker invoker;
    private final int window;
    private final Connection.Owned ending = this::abandon;
    private final Reconnects reconnects;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    /** What is not answered, in order. The first {@link #sent} of them were written to the call there is. */
    private final Deque<Pending> pending = new ArrayDeque<>();

    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private CompletableFuture<Void> roomy = CompletableFuture.completedFuture(null);
    private long lastTag;
    private int sent;
    private Sending sending;
    private boolean opening;
    private boolean closing;
    private ParleyException failure;

    MessageSender(Invoker invoker, int window) {
        if (window < 1) {
            throw new IllegalArgumentException("a window has room for 1 message or more, not " + window);
        }
        this.invoker = invoker;
        this.window = window;
        this.reconnects = new Reconnects(invoker);
        invoker.connection.own(ending);
    }

    /**
     * Sends a message. Waits while the window is full.
     *
     * @param request the message; an idempotency key is filled in where it has none
     * @return the acknowledgement, in the order of the messages. Cancelling it does not take the message back
     * @throws CancelledException if the thread was interrupted while it waited; nothing was sent
     * @throws IllegalStateException if the sender is closed
     */
    public CompletableFuture<SendMessageResponse> send(SendMessageRequest request) {
        lock.lock();
        try {
            while (pending.size() >= window && failure == null && !closing) {
                room.await();
            }
            return add(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.local(Status.Code.CANCELLED, "interrupted while waiting for room in the window", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends a text, as {@link #send(SendMessageRequest)}.
     *
     * @param threadId the thread
     * @param text the text, 1 byte to 28 KiB of UTF-8
     * @return the acknowledgement
     */
    public CompletableFuture<SendMessageResponse> send(String threadId, String text) {
        return send(SendMessageRequest.newBuilder()
                .setThreadId(threadId)
                .setContent(text)
                .build());
    }

    /**
     * Sends a message if the window has room for it. Never waits.
     *
     * @param request the message; an idempotency key is filled in where it has none
     * @return the acknowledgement; empty if the window is full, see {@link #whenRoom}
     * @throws IllegalStateException if the sender is closed
     */
    public Optional<CompletableFuture<SendMessageResponse>> offer(SendMessageRequest request) {
        lock.lock();
        try {
            return pending.size() >= window && failure == null && !closing
                    ? Optional.empty()
                    : Optional.of(add(request));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells when the window has room.
     *
     * @return done when a message may be offered again; another thread may be faster
     */
    public CompletableFuture<Void> whenRoom() {
        lock.lock();
        try {
            if (pending.size() < window || failure != null || closing) {
                return CompletableFuture.completedFuture(null);
            }
            if (roomy.isDone()) {
                roomy = new CompletableFuture<>();
            }
            return roomy;
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<SendMessageResponse> add(SendMessageRequest request) {
        if (closing) {
            throw new IllegalStateException("the sender is closed");
        }
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        Pending message = new Pending(SendMessagesRequest.newBuilder()
                .setTag(++lastTag)
                .setMessage(TRAITS.withKey(request))
                .build());
        pending.add(message);
        if (sending == null && !opening) {
            opening = true;
            invoker.connection.executor.execute(this::open);
        } else {
            write();
        }
        return message.future;
    }

    /** Writes what the call has room for; the caller holds the lock. */
    private void write() {
        if (sending == null || !sending.started || sent >= pending.size()) {
            return;
        }
        int skip = sent;
        for (Pending message : pending) {
            if (skip-- > 0) {
                continue;
            }
            if (!sending.call.isReady()) {
                return;
            }
            sending.call.sendMessage(message.request);
            sent++;
        }
    }

    private void open() {
        Sending next = new Sending();
        lock.lock();
        try {
            opening = false;
            if (failure != null || closing && pending.isEmpty()) {
                return;
            }
            reconnects.begin();
            sending = next;
            sent = 0;
        } finally {
            lock.unlock();
        }
        next.begin();
    }

    /**
     * Waits until everything is acknowledged, and ends the stream.
     *
     * @throws CancelledException if the thread was interrupted
     */
    @Override
    public void close() {
        try {
            closeAsync().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.local(Status.Code.CANCELLED, "interrupted while waiting for acknowledgements", e);
        } catch (java.util.concurrent.ExecutionException never) {
            throw new IllegalStateException("closing never fails", never);
        }
    }

    /**
     * Takes no more messages, and ends the stream when everything is answered.
     *
     * @return done when every future is; it never fails
     */
    public CompletableFuture<Void> closeAsync() {
        lock.lock();
        try {
            closing = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
        finishIfDone();
        return finished;
    }

    private void finishIfDone() {
        Sending last;
        lock.lock();
        try {
            if (!closing || !pending.isEmpty()) {
                return;
            }
            last = sending;
            sending = null;
        } finally {
            lock.unlock();
        }
        invoker.connection.disown(ending);
        if (last != null) {
            last.call.halfClose();
        }
        finished.complete(null);
    }

    /** Ends with the connection: what waits fails. */
    private void abandon() {
        fail(Failure.local(Status.Code.CANCELLED, "the client was closed before the message was acknowledged", null));
    }

    private void fail(ParleyException cause) {
        List<Pending> lost;
        CompletableFuture<Void> waiting;
        Sending last;
        lock.lock();
        try {
            failure = cause;
            last = sending;
            sending = null;
            lost = new ArrayList<>(pending);
            pending.clear();
            room.signalAll();
            waiting = roomy;
        } finally {
            lock.unlock();
        }
        invoker.connection.disown(ending);
        if (last != null) {
            last.call.cancel("the sender has failed", cause);
        }
        lost.forEach(message -> message.future.completeExceptionally(cause));
        waiting.complete(null);
        finishIfDone();
    }

    private void ended(Sending which, ParleyException cause) {
        long delay;
        lock.lock();
        try {
            if (sending != which) {
                return;
            }
            sending = null;
            delay = reconnects.delayAfter(cause, which.token.get());
            opening = delay >= 0 && !pending.isEmpty();
            if (delay >= 0 && pending.isEmpty()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        if (delay < 0) {
            fail(cause);
            return;
        }
        invoker.connection.schedule(
                () -> {
                    invoker.connection.retryNow();
                    open();
                },
                delay);
    }

    /** Keeps an answer, and hands out all those whose turn it is. */
    private void answered(Sending which, SendMessagesResponse answer) {
        List<Pending> ready = new ArrayList<>();
        CompletableFuture<Void> waiting = null;
        lock.lock();
        try {
            if (sending != which) {
                return;
            }
            reconnects.progress();
            which.heardAt = System.nanoTime();
            keep(answer);
            while (!pending.isEmpty() && pending.peek().answer != null) {
                ready.add(pending.poll());
                sent--;
            }
            if (!ready.isEmpty()) {
                room.signalAll();
                waiting = roomy;
            }
        } finally {
            lock.unlock();
        }
        ready.forEach(Pending::complete);
        if (waiting != null) {
            waiting.complete(null);
            finishIfDone();
        }
    }

    private void keep(SendMessagesResponse answer) {
        for (Pending message : pending) {
            if (message.request.getTag() == answer.getTag()) {
                message.answer = answer;
                return;
            }
        }
    }

    /** A message that is not answered. */
    private static final class Pending {
        final SendMessagesRequest request;
        final CompletableFuture<SendMessageResponse> future = new CompletableFuture<>();
        SendMessagesResponse answer;

        Pending(SendMessagesRequest request) {
            this.request = request;
        }

        void complete() {
            if (answer.hasError()) {
                future.completeExceptionally(Failure.read(answer.getError()));
            } else {
                future.complete(answer.getSent());
            }
        }
    }

    /** One call of the stream. */
    private final class Sending extends ClientCall.Listener<SendMessagesResponse> {
        final AtomicReference<String> token = new AtomicReference<>();
        final ClientCall<SendMessagesRequest, SendMessagesResponse> call = invoker.channel.newCall(
                METHOD,
                CallOptions.DEFAULT.withExecutor(invoker.connection.executor).withOption(Connection.TOKEN, token));
        volatile long heardAt;
        boolean started;

        void begin() {
            heardAt = System.nanoTime();
            call.start(this, new Metadata());
            call.request(window);
            watch();
            lock.lock();
            try {
                started = true;
            } finally {
                lock.unlock();
            }
            onReady();
        }

        /** A message that is not answered within the deadline of a call says that the connection is dead. */
        private void watch() {
            if (invoker.deadline != null) {
                invoker.connection.schedule(this::listen, invoker.deadline.toNanos());
            }
        }

        private void listen() {
            boolean silent;
            lock.lock();
            try {
                if (sending != this) {
                    return;
                }
                silent = sent > 0 && System.nanoTime() - heardAt > invoker.deadline.toNanos();
                if (sent == 0) {
                    heardAt = System.nanoTime();
                }
            } finally {
                lock.unlock();
            }
            if (!silent) {
                watch();
                return;
            }
            invoker.connection.reconnect();
            ended(this, Failure.local(Status.Code.UNAVAILABLE, "the broker has been silent for too long", null));
            call.cancel("the broker has been silent for too long", null);
        }

        @Override
        public void onReady() {
            lock.lock();
            try {
                if (sending == this) {
                    write();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void onMessage(SendMessagesResponse answer) {
            call.request(1);
            answered(this, answer);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            Status end = status.isOk() ? Status.UNAVAILABLE.withDescription("the stream has ended") : status;
            ended(this, invoker.failure(end, trailers, METHOD));
        }
    }
}

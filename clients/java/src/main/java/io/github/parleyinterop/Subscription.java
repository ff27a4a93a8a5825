package io.github.parleyinterop;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One stream of the broker over all the calls that it takes. It opens a call, keeps a bounded number of responses until the
 * application asks for them, and opens the next call from the last cursor when one breaks.
 *
 * <p>Back-pressure: the broker may send only what the buffer has room for, so an application that does not ask stops it by
 * the flow control of HTTP/2.
 */
final class Subscription<Q, R, T> implements Connection.Owned {
    /** How many responses are kept at most for an application that is slow. */
    private static final int BUFFER = 128;

    /** The shortest that a broker grants. It refuses less, and its answer is waited for as long as for this. */
    private static final long SHORTEST_HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How many heartbeats may be missing before the connection is taken for dead. */
    private static final int MISSING = 3;

    private final Invoker invoker;
    private final StreamKind<Q, R, T> kind;
    private final Q request;
    private final long silenceNanos;
    private final Runnable arrival;
    private final Reconnects reconnects;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<R> buffer = new ArrayDeque<>();
    private ByteString received;
    private ByteString processed;
    private ByteString handedOut;
    private ParleyException failure;
    private boolean closed;

    private Calling calling;
    private int taken;

    /** Makes a subscription; {@code arrival} runs, without the lock, whenever there may be something new to poll. */
    Subscription(Invoker invoker, StreamKind<Q, R, T> kind, Q request, Runnable arrival) {
        this.invoker = invoker;
        this.kind = kind;
        this.request = request;
        this.silenceNanos = MISSING * Math.max(kind.heartbeatNanos(request), SHORTEST_HEARTBEAT_NANOS);
        this.arrival = arrival;
        this.reconnects = new Reconnects(invoker);
        this.received = kind.start(request);
        this.processed = received;
        this.handedOut = ByteString.EMPTY;
    }

    /** Opens the first call. */
    void start() {
        invoker.connection.own(this);
        open();
    }

    private void open() {
        Calling next;
        lock.lock();
        try {
            if (closed || failure != null) {
                return;
            }
            reconnects.begin();
            next = new Calling(received.isEmpty() ? request : kind.from(request, received), BUFFER - buffer.size());
            calling = next;
            taken = 0;
        } finally {
            lock.unlock();
        }
        next.begin();
    }

    /** Takes the next item, or null if there is none now. Asking says that the item before has been processed. */
    T poll() {
        lock.lock();
        try {
            return take();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next item; null when the application has closed the stream. */
    T await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                T item = take();
                if (item != null || closed) {
                    return item;
                }
                if (failure != null) {
                    throw failure;
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private T take() {
        if (!handedOut.isEmpty()) {
            processed = handedOut;
            handedOut = ByteString.EMPTY;
        }
        while (!closed && !buffer.isEmpty()) {
            R response = buffer.poll();
            replenish();
            T item = kind.item(response);
            if (item != null) {
                handedOut = kind.cursor(response);
                return item;
            }
            if (!kind.cursor(response).isEmpty()) {
                processed = kind.cursor(response);
            }
        }
        return null;
    }

    /** Lets the broker send more, in portions, as the buffer empties. */
    private void replenish() {
        taken++;
        if (calling != null && taken >= BUFFER / 2) {
            calling.allow(taken);
            taken = 0;
        }
    }

    /** Returns the position after what was processed; null if there is none yet. */
    Cursor cursor() {
        lock.lock();
        try {
            return processed.isEmpty() ? null : Cursor.of(processed);
        } finally {
            lock.unlock();
        }
    }

    /** Returns why the stream has ended, once everything before that was taken; null while it goes on. */
    ParleyException failure() {
        lock.lock();
        try {
            return buffer.isEmpty() ? failure : null;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void end() {
        Calling last;
        lock.lock();
        try {
            closed = true;
            last = calling;
            calling = null;
            buffer.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        invoker.connection.disown(this);
        if (last != null) {
            last.call.cancel("the application has closed the stream", null);
        }
        arrival.run();
    }

    private void fail(ParleyException cause) {
        lock.lock();
        try {
            failure = cause;
            calling = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        invoker.connection.disown(this);
        arrival.run();
    }

    /** Decides what follows the end of a call: another one, now or later, or the end of the stream. */
    private void ended(Calling which, ParleyException cause) {
        long delay;
        lock.lock();
        try {
            if (calling != which || closed) {
                return;
            }
            calling = null;
            delay = reconnects.delayAfter(cause, which.token.get());
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

    /** One call of the stream. */
    private final class Calling extends ClientCall.Listener<R> {
        final ClientCall<Q, R> call;
        final AtomicReference<String> token = new AtomicReference<>();
        private final Q message;
        private final int room;
        private volatile long heardAt;

        Calling(Q message, int room) {
            this.message = message;
            this.room = room;
            this.call = invoker.channel.newCall(
                    kind.method(),
                    CallOptions.DEFAULT
                            .withExecutor(invoker.connection.executor)
                            .withOption(Connection.TOKEN, token));
        }

        void begin() {
            heardAt = System.nanoTime();
            call.start(this, new Metadata());
            call.sendMessage(message);
            call.halfClose();
            allow(room);
            invoker.connection.schedule(this::listen, silenceNanos);
        }

        void allow(int more) {
            if (more > 0) {
                call.request(more);
            }
        }

        /** Looks whether the broker is still heard of. A full buffer keeps it from speaking, and is no silence. */
        private void listen() {
            long left;
            lock.lock();
            try {
                if (calling != this || closed) {
                    return;
                }
                if (buffer.size() > BUFFER / 2) {
                    heardAt = System.nanoTime();
                }
                left = heardAt + silenceNanos - System.nanoTime();
            } finally {
                lock.unlock();
            }
            if (left > 0) {
                invoker.connection.schedule(this::listen, left);
                return;
            }
            invoker.connection.reconnect();
            ended(this, Failure.local(Status.Code.UNAVAILABLE, "the broker has been silent for too long", null));
            call.cancel("the broker has been silent for too long", null);
        }

        @Override
        public void onMessage(R response) {
            lock.lock();
            try {
                if (calling != this) {
                    return;
                }
                heardAt = System.nanoTime();
                reconnects.progress();
                ByteString cursor = kind.cursor(response);
                if (!cursor.isEmpty()) {
                    received = cursor;
                }
                buffer.add(response);
                changed.signal();
            } finally {
                lock.unlock();
            }
            arrival.run();
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            Status end = status.isOk() ? Status.UNAVAILABLE.withDescription("the stream has ended") : status;
            ended(this, invoker.failure(end, trailers, kind.method()));
        }
    }
}

package io.github.parleyinterop;

import io.grpc.Status;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A stream of the broker that is read by waiting for one item after the other. It resumes by itself where the connection breaks or the
 * broker restarts: nothing is lost and nothing comes twice. Asking for the next item says that the one before has been
 * processed. Nothing is fetched ahead beyond a small buffer, so an application that is slow slows only its own stream.
 *
 * <p>The stream ends in one of these ways:
 *
 * <ul>
 *   <li>The application closes it: {@link #hasNext} returns false.
 *   <li>{@link AccessLostException}: the caller may no longer see it.
 *   <li>{@link CursorExpiredException}: its cursor is older than what is kept.
 *   <li>Any other {@link ParleyException}: the broker refuses it, or could not be reached at the start for as long as a call may take.
 * </ul>
 *
 * <pre>{@code
 * try (EventStream<ChatUpdate> updates = anna.chat().followFromBeginning()) {
 *     ben.chat().sendMessage(threadId, "The roof leaks.");
 *     for (ChatUpdate update : updates) {
 *         if (update instanceof ChatUpdate.Event e && e.event().hasMessageSent()) {
 *             System.out.println(e.event().getMessageSent().getMessage().getContent());
 *             System.out.println("go on later from " + e.cursor());
 *             break;
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>One thread reads a stream; any thread may close it or ask for its cursor.
 *
 * @param <T> the kind of item
 */
public final class EventStream<T> implements Iterator<T>, Iterable<T>, AutoCloseable {
    private final Subscription<?, ?, T> subscription;
    private T ahead;

    private <Q, R> EventStream(Invoker invoker, StreamKind<Q, R, T> kind, Q request) {
        this.subscription = new Subscription<>(invoker, kind, request, () -> {});
    }

    static <Q, R, T> EventStream<T> open(Invoker invoker, StreamKind<Q, R, T> kind, Q request) {
        EventStream<T> stream = new EventStream<>(invoker, kind, request);
        stream.subscription.start();
        return stream;
    }

    /**
     * Waits for the next item.
     *
     * @return whether there is one; false when the stream was closed
     * @throws ParleyException if the stream has failed for good; a {@link CancelledException} if the thread was interrupted,
     *     after which the stream can still be read
     */
    @Override
    public boolean hasNext() {
        if (ahead == null) {
            try {
                ahead = subscription.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Failure.local(Status.Code.CANCELLED, "interrupted while waiting for an event", e);
            }
        }
        return ahead != null;
    }

    /**
     * Waits for the next item and takes it.
     *
     * @return the item
     * @throws NoSuchElementException if the stream was closed
     * @throws ParleyException as {@link #hasNext}
     */
    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the stream was closed");
        }
        T item = ahead;
        ahead = null;
        return item;
    }

    /** Returns the stream itself: it can be read once. */
    @Override
    public Iterator<T> iterator() {
        return this;
    }

    /**
     * Returns the position after everything that was processed; a stream that starts from it repeats nothing and loses nothing.
     * While the application waits it moves on with the heartbeats of the broker, so that it does not expire.
     *
     * @return the cursor; empty while the broker has not told any
     */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(subscription.cursor());
    }

    /** Ends the stream. Who waits for an item is told that there is none. */
    @Override
    public void close() {
        subscription.end();
    }
}

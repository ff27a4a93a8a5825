package io.github.parleyinterop;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stream of the broker for {@link Flow} subscribers. Each subscriber has a stream of its own, which resumes by itself and
 * ends as {@link EventStream} says; {@code onError} is handed the {@link ParleyException}. Items come one at a time, on the executor of
 * the client, and never more than were requested: what is not requested stops the broker. Handing out an item says
 * that the one before has been processed, so request one at a time where processing goes on after {@code onNext}.
 *
 * <p>{@code onSubscribe} is handed an {@link EventSubscription}, which knows the cursor. Cancelling it ends the stream.
 *
 * @param <T> the kind of item
 */
public final class EventPublisher<T> implements Flow.Publisher<T> {
    private final Invoker invoker;
    private final Opening<T> opening;

    /** Makes the stream of a subscriber. */
    @FunctionalInterface
    interface Opening<T> {
        Subscription<?, ?, T> make(Runnable arrival);
    }

    private EventPublisher(Invoker invoker, Opening<T> opening) {
        this.invoker = invoker;
        this.opening = opening;
    }

    static <Q, R, T> EventPublisher<T> of(Invoker invoker, StreamKind<Q, R, T> kind, Q request) {
        return new EventPublisher<>(invoker, arrival -> new Subscription<>(invoker, kind, request, arrival));
    }

    /** A subscription that knows where it stands. */
    public interface EventSubscription extends Flow.Subscription {
        /**
         * Returns the position after everything that was processed, as {@link EventStream#cursor}.
         *
         * @return the cursor; empty while the broker has not told any
         */
        Optional<Cursor> cursor();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        new Delivery<>(Objects.requireNonNull(subscriber, "the subscriber is null"), invoker, opening).begin();
    }

    /** Hands items to one subscriber, by one thread at a time. */
    private static final class Delivery<T> implements EventSubscription {
        private final Flow.Subscriber<? super T> subscriber;
        private final Invoker invoker;
        private final Subscription<?, ?, T> subscription;
        private final AtomicLong demand = new AtomicLong();
        private final AtomicInteger work = new AtomicInteger();
        private volatile boolean done;
        private volatile IllegalArgumentException misuse;

        Delivery(Flow.Subscriber<? super T> subscriber, Invoker invoker, Opening<T> opening) {
            this.subscriber = subscriber;
            this.invoker = invoker;
            this.subscription = opening.make(this::wake);
        }

        void begin() {
            subscriber.onSubscribe(this);
            if (!done) {
                subscription.start();
            }
        }

        @Override
        public void request(long items) {
            if (items <= 0) {
                misuse = new IllegalArgumentException("a subscriber requests 1 item or more, not " + items);
            } else {
                demand.accumulateAndGet(items, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
            }
            wake();
        }

        @Override
        public void cancel() {
            done = true;
            subscription.end();
        }

        @Override
        public Optional<Cursor> cursor() {
            return Optional.ofNullable(subscription.cursor());
        }

        private void wake() {
            if (work.getAndIncrement() == 0) {
                invoker.connection.executor.execute(this::deliver);
            }
        }

        private void deliver() {
            int seen = work.get();
            while (seen != 0) {
                while (!done && demand.get() > 0) {
                    T item = subscription.poll();
                    if (item == null) {
                        break;
                    }
                    demand.decrementAndGet();
                    hand(item);
                }
                finish();
                seen = work.addAndGet(-seen);
            }
        }

        private void hand(T item) {
            try {
                subscriber.onNext(item);
            } catch (RuntimeException thrown) {
                cancel();
                subscriber.onError(thrown);
            }
        }

        private void finish() {
            if (done) {
                return;
            }
            Throwable failure = misuse == null ? subscription.failure() : misuse;
            if (failure != null) {
                cancel();
                subscriber.onError(failure);
            } else if (subscription.isClosed()) {
                done = true;
                subscriber.onComplete();
            }
        }
    }
}

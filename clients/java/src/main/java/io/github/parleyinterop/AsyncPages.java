package io.github.parleyinterop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All items of a list, page by page, without blocking.
 *
 * @param <T> what is listed
 */
public final class AsyncPages<T> {
    private final Function<String, CompletableFuture<Pages.Page<T>>> fetch;

    AsyncPages(Function<String, CompletableFuture<Pages.Page<T>>> fetch) {
        this.fetch = fetch;
    }

    /**
     * Hands out the items in their order, until there are no more or the application wants no more.
     *
     * @param each takes an item, and returns whether it wants another; called by one thread at a time
     * @return done when all were handed out; fails with a {@link ParleyException}, or with what {@code each} throws
     */
    public CompletableFuture<Void> forEachWhile(Predicate<? super T> each) {
        return from("", each);
    }

    private CompletableFuture<Void> from(String token, Predicate<? super T> each) {
        return fetch.apply(token).thenCompose(page -> {
            for (T item : page.items()) {
                if (!each.test(item)) {
                    return CompletableFuture.completedFuture(null);
                }
            }
            return page.next().isEmpty() ? CompletableFuture.completedFuture(null) : from(page.next(), each);
        });
    }

    /**
     * Collects all items. Mind how many there may be.
     *
     * @return the items in their order
     */
    public CompletableFuture<List<T>> toList() {
        List<T> items = new ArrayList<>();
        return forEachWhile(items::add).thenApply(done -> List.copyOf(items));
    }
}

package io.github.parleyinterop;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All items of a list, page by page. Iterating fetches the next page when the one before is used up; each iteration begins
 * anew. What fails while a page is fetched comes out of the iterator as {@link ParleyException}.
 *
 * <pre>{@code
 * for (Message message : anna.chat().listMessages(threadId)) {
 *     System.out.println(message.getSequenceId() + " " + message.getContent());
 * }
 * long texts = anna.chat().listMessages(threadId).stream()
 *         .filter(message -> message.getType() == MessageType.MESSAGE_TYPE_TEXT)
 *         .count();
 * }</pre>
 *
 * @param <T> what is listed
 */
public final class Pages<T> implements Iterable<T> {
    /** One page, and the token of the next; empty after the last. */
    record Page<T>(List<T> items, String next) {}

    private final Function<String, Page<T>> fetch;

    Pages(Function<String, Page<T>> fetch) {
        this.fetch = fetch;
    }

    @Override
    public Iterator<T> iterator() {
        return new Items();
    }

    /**
     * Returns the items as a lazy, sequential stream.
     *
     * @return the stream
     */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    private final class Items implements Iterator<T> {
        private Page<T> page;
        private Iterator<T> rest;

        @Override
        public boolean hasNext() {
            while (page == null || !rest.hasNext() && !page.next().isEmpty()) {
                page = fetch.apply(page == null ? "" : page.next());
                rest = page.items().iterator();
            }
            return rest.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the list is at its end");
            }
            return rest.next();
        }
    }
}

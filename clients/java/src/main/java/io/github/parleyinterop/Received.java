package io.github.parleyinterop;

/**
 * An event of a stream, with the position after it.
 *
 * @param event what happened
 * @param cursor the position after it: keep it when the event is processed, and follow from it later
 * @param <E> the kind of event
 */
public record Received<E>(E event, Cursor cursor) {}

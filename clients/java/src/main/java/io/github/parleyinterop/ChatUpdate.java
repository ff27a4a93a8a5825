package io.github.parleyinterop;

import io.github.parleyinterop.chat.v1.ChatEvent;
import io.github.parleyinterop.chat.v1.TypingNotification;

/** What a stream of chat brings: a committed event, or the news that somebody types. */
public sealed interface ChatUpdate {
    /**
     * A committed fact. Each comes once, in the order of the commits.
     *
     * @param event what happened
     * @param cursor the position after it: keep it when the event is processed, and follow from it later
     */
    record Event(ChatEvent event, Cursor cursor) implements ChatUpdate {}

    /**
     * Somebody types. It is never stored, has no position, and comes at most once.
     *
     * @param notification who types, and where
     */
    record Typing(TypingNotification notification) implements ChatUpdate {}
}

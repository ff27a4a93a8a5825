package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.parleyinterop.chat.v1.CreateThreadRequest;
import io.github.parleyinterop.chat.v1.ListMessagesRequest;
import io.github.parleyinterop.chat.v1.Message;
import io.github.parleyinterop.chat.v1.MessageOrder;
import io.github.parleyinterop.type.v1.Durability;
import io.github.parleyinterop.type.v1.Reason;
import io.grpc.Status;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChatTest {
    private static World world;

    @BeforeAll
    static void open() throws IOException {
        world = World.shared();
    }

    @Test
    void messagesGoRound() {
        Identifier anna = world.user("Anna");
        Identifier tess = world.tenantUser("Tess");
        String thread = world.thread(anna, tess);
        var sent = world.as(anna).chat().sendMessage(thread, "Zażółć 花子 🏠");
        assertEquals(Durability.DURABILITY_FSYNCED, sent.getCommit().getDurability());
        Message read = world.as(anna).chat().getMessage(thread, sent.getMessageId());
        assertEquals("Zażółć 花子 🏠", read.getContent());
        assertEquals(anna, Identifier.of(read.getSender()));
        assertEquals(
                "better",
                world.as(anna)
                        .chat()
                        .updateMessage(thread, sent.getMessageId(), "better")
                        .getContent());
        assertEquals(2, world.as(anna).chat().listParticipants(thread).stream().count());
    }

    @Test
    void pagesAreFetchedWhenTheyAreNeeded() {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        for (int i = 0; i < 7; i++) {
            world.as(anna).chat().sendMessage(thread, "message " + i);
        }
        ListMessagesRequest request = ListMessagesRequest.newBuilder()
                .setThreadId(thread)
                .setPageSize(2)
                .setOrder(MessageOrder.MESSAGE_ORDER_OLDEST_FIRST)
                .build();
        List<Long> numbers = world.as(anna).chat().listMessages(request).stream()
                .map(Message::getSequenceId)
                .toList();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), numbers);
        List<Message> same =
                world.as(anna).async().chat().listMessages(request).toList().join();
        assertEquals(numbers, same.stream().map(Message::getSequenceId).toList());
    }

    @Test
    void theSameKeyIsTheSameThread() {
        Identifier anna = world.user("Anna");
        CreateThreadRequest request = CreateThreadRequest.newBuilder()
                .setTopic("once")
                .setIdempotencyKey("once-" + anna.rawId().hashCode())
                .build();
        String first = world.as(anna).chat().createThread(request).getThread().getThreadId();
        assertEquals(
                first, world.as(anna).chat().createThread(request).getThread().getThreadId());
        String other = world.as(anna).chat().createThread("once").getThread().getThreadId();
        assertFalse(first.equals(other), "without a key of the caller each call has its own");
    }

    @Test
    void refusalsAreTypes() {
        Identifier anna = world.user("Anna");
        ParleyClient client = world.as(anna);
        NotFoundException missing = assertThrows(
                NotFoundException.class,
                () -> client.chat().getThread("19:00000000000000000000000000000000@thread.v2"));
        assertEquals(Reason.REASON_THREAD_NOT_FOUND, missing.reason());
        assertEquals("THREAD_NOT_FOUND", missing.reasonText());
        assertEquals(Status.Code.NOT_FOUND, missing.code());
        assertTrue(missing.requestId().isPresent());

        InvalidArgumentException broken =
                assertThrows(InvalidArgumentException.class, () -> client.chat().createThread("x".repeat(300)));
        assertEquals(Reason.REASON_INVALID_FIELD, broken.reason());
        assertEquals("topic", broken.violations().get(0).field());

        CompletionException async = assertThrows(
                CompletionException.class,
                () -> client.async().chat().getThread("19:x@thread.v2").join());
        assertInstanceOf(NotFoundException.class, async.getCause());
        assertThrows(
                FailedPreconditionException.class, () -> world.backend.chat().createThread("nobody"));
        assertThrows(PermissionDeniedException.class, () -> world.admin.chat().createThread("admin"));
    }

    @Test
    void rawStubsActAndAuthenticate() {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        var stub = io.github.parleyinterop.chat.v1.ChatServiceGrpc.newBlockingStub(
                world.as(anna).channel());
        assertTrue(stub.getThread(io.github.parleyinterop.chat.v1.GetThreadRequest.newBuilder()
                        .setThreadId(thread)
                        .build())
                .hasThread());
    }
}

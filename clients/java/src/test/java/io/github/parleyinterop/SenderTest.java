package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.parleyinterop.chat.v1.ListMessagesRequest;
import io.github.parleyinterop.chat.v1.Message;
import io.github.parleyinterop.chat.v1.MessageOrder;
import io.github.parleyinterop.chat.v1.SendMessageRequest;
import io.github.parleyinterop.chat.v1.SendMessageResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SenderTest {
    private static World world;

    @BeforeAll
    static void open() throws IOException {
        world = World.shared();
    }

    private static SendMessageRequest message(String thread, String text) {
        return SendMessageRequest.newBuilder()
                .setThreadId(thread)
                .setContent(text)
                .build();
    }

    private static List<String> texts(Identifier user, String thread) {
        return world
                .as(user)
                .chat()
                .listMessages(ListMessagesRequest.newBuilder()
                        .setThreadId(thread)
                        .setOrder(MessageOrder.MESSAGE_ORDER_OLDEST_FIRST)
                        .build())
                .stream()
                .map(Message::getContent)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void cutConnectionsNeitherLoseNorRepeatNorReorder() throws IOException {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        List<Integer> order = new ArrayList<>();
        try (Proxy proxy = new Proxy(world.broker.address());
                ParleyClient client = ParleyClient.builder(proxy.address())
                        .key(world.broker.resourceKey())
                        .build();
                MessageSender sender = client.asUser(anna).chat().openSender(16)) {
            for (int i = 0; i < 400; i++) {
                int number = i;
                sender.send(thread, "message " + i).thenAccept(sent -> order.add(number));
                if (i % 100 == 50) {
                    proxy.cut();
                }
            }
        }
        List<Integer> all = IntStream.range(0, 400).boxed().toList();
        assertEquals(all, order);
        assertEquals(all.stream().map(i -> "message " + i).toList(), texts(anna, thread));
    }

    @Test
    void aRefusedMessageFailsAlone() {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        try (MessageSender sender = world.as(anna).chat().openSender()) {
            CompletableFuture<SendMessageResponse> first = sender.send(thread, "first");
            CompletableFuture<SendMessageResponse> empty = sender.send(thread, "");
            CompletableFuture<SendMessageResponse> last = sender.send(thread, "last");
            assertEquals(first.join().getSequenceId() + 1, last.join().getSequenceId());
            CompletionException failure = assertThrows(CompletionException.class, empty::join);
            assertEquals(
                    "MESSAGE_EMPTY",
                    assertInstanceOf(InvalidArgumentException.class, failure.getCause())
                            .reasonText());
        }
    }

    @Test
    void aFullWindowDeclines() {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        try (MessageSender sender = world.as(anna).chat().openSender(2)) {
            List<CompletableFuture<SendMessageResponse>> sent = new ArrayList<>();
            int declined = 0;
            while (sent.size() < 50) {
                Optional<CompletableFuture<SendMessageResponse>> offered =
                        sender.offer(message(thread, "message " + sent.size()));
                if (offered.isPresent()) {
                    sent.add(offered.get());
                } else {
                    declined++;
                    sender.whenRoom().join();
                }
            }
            assertTrue(declined > 0, "a window of two is full sometimes");
        }
        assertEquals(50, texts(anna, thread).size());
    }

    @Test
    void aClosedSenderTakesNothing() {
        MessageSender sender = world.as(world.user("Anna")).chat().openSender();
        sender.close();
        sender.close();
        assertThrows(IllegalStateException.class, () -> sender.send("thread", "text"));
    }

    @Test
    void aRefusedStreamFailsWhatWaits() {
        try (MessageSender sender = world.backend.chat().openSender()) {
            CompletionException failure = assertThrows(
                    CompletionException.class,
                    () -> sender.send("thread", "text").join());
            assertEquals(
                    "ACT_AS_REQUIRED",
                    assertInstanceOf(FailedPreconditionException.class, failure.getCause())
                            .reasonText());
        }
    }
}

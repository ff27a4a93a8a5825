package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Duration;
import io.github.parleyinterop.chat.v1.SubscribeRequest;
import io.github.parleyinterop.policy.v1.FederationConfiguration;
import io.github.parleyinterop.policy.v1.PolicyEvent;
import io.github.parleyinterop.type.v1.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StreamTest {
    private static World world;

    @BeforeAll
    static void open() throws IOException {
        world = World.shared();
    }

    /** Returns the next message's text. */
    private static String text(EventStream<ChatUpdate> stream) {
        while (true) {
            if (stream.next() instanceof ChatUpdate.Event e && e.event().hasMessageSent()) {
                return e.event().getMessageSent().getMessage().getContent();
            }
        }
    }

    private static ParleyClient through(Proxy proxy, Identifier user) {
        return ParleyClient.builder(proxy.address())
                .key(world.broker.resourceKey())
                .build()
                .asUser(user);
    }

    @Test
    void aCutConnectionLosesAndRepeatsNothing() throws IOException {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        try (Proxy proxy = new Proxy(world.broker.address());
                ParleyClient client = through(proxy, anna);
                EventStream<ChatUpdate> stream = client.chat().followFromBeginning()) {
            for (int i = 0; i < 20; i++) {
                world.as(anna).chat().sendMessage(thread, "message " + i);
                if (i % 5 == 2) {
                    proxy.cut();
                }
                assertEquals("message " + i, text(stream));
            }
            assertTrue(proxy.connections() >= 4, "the connection was cut");
        }
    }

    @Test
    void aRestartedBrokerLosesAndRepeatsNothing(@TempDir Path data) throws Exception {
        try (World own = new World(Broker.start(data))) {
            Identifier anna = own.user("Anna");
            String thread = own.thread(anna);
            try (EventStream<ChatUpdate> stream = own.as(anna).chat().followFromBeginning()) {
                own.as(anna).chat().sendMessage(thread, "before");
                assertEquals("before", text(stream));
                own.broker.restart();
                own.as(anna).chat().sendMessage(thread, "after");
                assertEquals("after", text(stream));
            }
        }
    }

    @Test
    void aSilentConnectionIsReplaced() throws IOException {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        SubscribeRequest request = SubscribeRequest.newBuilder()
                .setHeartbeatInterval(Duration.newBuilder().setSeconds(1))
                .build();
        try (Proxy proxy = new Proxy(world.broker.address());
                ParleyClient client = through(proxy, anna);
                EventStream<ChatUpdate> stream = client.chat().follow(request)) {
            CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> text(stream));
            while (stream.cursor().isEmpty()) {
                Thread.onSpinWait();
            }
            world.as(anna).chat().sendMessage(thread, "before");
            assertEquals("before", first.join());
            proxy.swallow();
            world.as(anna).chat().sendMessage(thread, "after");
            assertEquals("after", text(stream));
            assertTrue(proxy.connections() > 1, "there is a second connection");
        }
    }

    @Test
    void aHeartbeatThatIsTooShortIsRefused() {
        SubscribeRequest request = SubscribeRequest.newBuilder()
                .setHeartbeatInterval(Duration.newBuilder().setNanos(1000))
                .build();
        Identifier anna = world.user("Anna");
        try (EventStream<ChatUpdate> stream = world.as(anna).chat().follow(request)) {
            assertThrows(InvalidArgumentException.class, stream::hasNext);
        }
    }

    @Test
    void aKeptCursorGoesOnAfterWhatWasProcessed() {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        ChatClient chat = world.as(anna).chat();
        Cursor kept;
        try (EventStream<ChatUpdate> stream = chat.followFromBeginning()) {
            chat.sendMessage(thread, "one");
            chat.sendMessage(thread, "two");
            assertEquals("one", text(stream));
            Cursor beforeTwo = stream.cursor().orElseThrow();
            assertTrue(stream.hasNext());
            kept = Cursor.parse(stream.cursor().orElseThrow().toString());
            assertFalse(kept.equals(beforeTwo), "asking for more says that the first was processed");
        }
        try (EventStream<ChatUpdate> stream = chat.followFrom(kept)) {
            assertEquals("two", text(stream));
        }
        assertEquals(
                "CURSOR_FOREIGN",
                assertThrows(
                                InvalidArgumentException.class,
                                () -> world.as(world.user("Ben"))
                                        .chat()
                                        .followFrom(kept)
                                        .hasNext())
                        .reasonText());
    }

    @Test
    void lostAccessEndsTheStream() {
        Identifier anna = world.user("Anna");
        String token =
                world.backend.identity().issueToken(anna, Scope.SCOPE_CHAT).getToken();
        try (ParleyClient device = ParleyClient.builder(world.broker.address())
                        .token(token)
                        .build();
                EventStream<ChatUpdate> stream = device.chat().followFromBeginning()) {
            world.thread(anna);
            assertTrue(stream.hasNext());
            world.backend.identity().revokeTokens(anna);
            AccessLostException lost = assertThrows(AccessLostException.class, () -> {
                while (stream.hasNext()) {
                    stream.next();
                }
            });
            assertEquals("TOKEN_REVOKED", lost.cause());
            assertThrows(AccessLostException.class, stream::hasNext);
        }
    }

    @Test
    void typingPassesThrough() {
        Identifier anna = world.user("Anna");
        Identifier ben = world.user("Ben");
        String thread = world.thread(anna, ben);
        try (EventStream<ChatUpdate> stream = world.as(anna).chat().followFromBeginning()) {
            while (!(stream.next() instanceof ChatUpdate.Event e && e.event().hasParticipantsAdded())) {
                assertTrue(stream.hasNext());
            }
            CompletableFuture<ChatUpdate.Typing> typing = CompletableFuture.supplyAsync(() -> {
                while (true) {
                    if (stream.next() instanceof ChatUpdate.Typing t) {
                        return t;
                    }
                }
            });
            while (!typing.isDone()) {
                world.as(ben).chat().sendTypingNotification(thread);
            }
            assertEquals(ben, Identifier.of(typing.join().notification().getSender()));
        }
    }

    @Test
    void closingEndsTheWait() {
        EventStream<ChatUpdate> stream = world.as(world.user("Anna")).chat().follow();
        CompletableFuture<Boolean> more = CompletableFuture.supplyAsync(stream::hasNext);
        stream.close();
        assertFalse(more.join());
    }

    @Test
    void policyIsWatched(@TempDir Path data) throws Exception {
        try (World own = new World(Broker.start(data))) {
            try (EventStream<Received<PolicyEvent>> stream = own.admin.policy().followFromBeginning()) {
                assertTrue(stream.next().event().getConfigurationUpdated().getEnableAcsUsers());
                own.admin
                        .policy()
                        .updateFederationConfiguration(
                                FederationConfiguration.getDefaultInstance(), "enable_acs_users");
                assertFalse(stream.next().event().getConfigurationUpdated().getEnableAcsUsers());
            }
        }
    }

    /** A subscriber that wants what it is told to want. */
    private static final class Reader implements Flow.Subscriber<ChatUpdate> {
        final BlockingQueue<ChatUpdate> items = new LinkedBlockingQueue<>();
        final CompletableFuture<Throwable> end = new CompletableFuture<>();
        final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
        }

        @Override
        public void onNext(ChatUpdate item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable failure) {
            end.complete(failure);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }

    @Test
    void aSubscriberGetsWhatItRequests() throws InterruptedException {
        Identifier anna = world.user("Anna");
        String thread = world.thread(anna);
        try (MessageSender sender = world.as(anna).chat().openSender()) {
            for (int i = 0; i < 500; i++) {
                sender.send(thread, "message " + i);
            }
        }
        Reader reader = new Reader();
        world.as(anna).async().chat().followFromBeginning().subscribe(reader);
        var subscription = (EventPublisher.EventSubscription) reader.subscription.join();
        subscription.request(3);
        List<ChatUpdate> items = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            items.add(reader.items.poll(30, TimeUnit.SECONDS));
        }
        assertTrue(reader.items.isEmpty(), "no more than three were requested");
        subscription.request(Long.MAX_VALUE);
        while (items.size() < 502) {
            items.add(reader.items.poll(30, TimeUnit.SECONDS));
        }
        long previous = 0;
        for (ChatUpdate item : items) {
            var event = ((ChatUpdate.Event) item).event();
            if (event.hasMessageSent()) {
                long number = event.getMessageSent().getMessage().getSequenceId();
                assertTrue(number > previous, "messages are in order");
                previous = number;
            }
        }
        assertTrue(subscription.cursor().isPresent());
        subscription.cancel();
        subscription.request(-1);
        assertFalse(reader.end.isDone(), "who cancels hears nothing more");
    }

    @Test
    void aSubscriberHearsOfFailures() {
        Reader reader = new Reader();
        world.as(world.user("Anna"))
                .async()
                .chat()
                .follow(SubscribeRequest.newBuilder()
                        .setCursor(com.google.protobuf.ByteString.copyFromUtf8("nonsense"))
                        .build())
                .subscribe(reader);
        InvalidArgumentException failure = assertInstanceOf(InvalidArgumentException.class, reader.end.join());
        assertEquals("CURSOR_INVALID", failure.reasonText());
    }
}

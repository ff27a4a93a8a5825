package io.github.parleyinterop;

import io.github.parleyinterop.chat.v1.ChatEvent;
import io.github.parleyinterop.chat.v1.ChatServiceGrpc;
import io.github.parleyinterop.chat.v1.SendMessageRequest;
import io.github.parleyinterop.chat.v1.SubscribeRequest;
import io.github.parleyinterop.chat.v1.SubscribeResponse;
import io.github.parleyinterop.type.v1.StartPosition;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Measures what the layer costs over bare generated stubs: both do the same to the same broker, in alternating rounds. */
public final class Overhead {
    /** Many short rounds, so that what else the machine does meets both alike. */
    private static final int SEND_ROUNDS = Integer.getInteger("send.rounds", 400);

    private static final int SENDS = Integer.getInteger("sends", 10);
    private static final int STREAM_ROUNDS = Integer.getInteger("stream.rounds", 15);
    private static final int EVENTS = Integer.getInteger("events", 10000);

    private Overhead() {}

    /** Does something, and returns the nanoseconds that it took. */
    @FunctionalInterface
    private interface Round {
        long run() throws Exception;
    }

    /**
     * Prints the medians and their ratios.
     *
     * @param arguments none
     * @throws Exception if a round fails
     */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("parley-java");
        World world = new World(Broker.start(data, "--messages-per-second", "1000000", "--message-burst", "1000000"));
        Identifier anna = world.user("Anna");
        String sends = world.thread(anna);
        String events = world.thread(anna);
        fill(world.as(anna), events);
        ManagedChannel channel = Grpc.newChannelBuilder(world.broker.address(), InsecureChannelCredentials.create())
                .build();
        var bare = ChatServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(world, anna)));
        ChatClient layer = world.as(anna).chat();

        compare(
                "send loop, " + SENDS + " messages",
                SEND_ROUNDS,
                () -> sendBare(bare, sends),
                () -> sendLayer(layer, sends));
        compare(
                "stream loop, " + EVENTS + " events",
                STREAM_ROUNDS,
                () -> streamBare(bare, events),
                () -> streamLayer(layer, events));
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        world.close();
    }

    private static Metadata headers(World world, Identifier user) throws IOException {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + world.broker.resourceKey());
        headers.put(Metadata.Key.of("parley-act-as", Metadata.ASCII_STRING_MARSHALLER), user.rawId());
        return headers;
    }

    private static void fill(ParleyClient user, String thread) {
        try (MessageSender sender = user.chat().openSender()) {
            for (int i = 0; i < EVENTS; i++) {
                sender.send(thread, "message " + i).exceptionally(limited -> null);
            }
            sender.send(thread, "last").join();
        }
    }

    private static void compare(String what, int rounds, Round bare, Round layer) throws Exception {
        long[] bares = new long[rounds];
        long[] layers = new long[rounds];
        for (int i = 0; i < rounds / 3; i++) {
            bare.run();
            layer.run();
        }
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                bares[i] = bare.run();
                layers[i] = layer.run();
            } else {
                layers[i] = layer.run();
                bares[i] = bare.run();
            }
        }
        Arrays.sort(bares);
        Arrays.sort(layers);
        double one = bares[rounds / 2] / 1e6;
        double two = layers[rounds / 2] / 1e6;
        System.out.printf("%s: bare %.1f ms, layer %.1f ms, ratio %.3f%n", what, one, two, two / one);
    }

    private static long sendBare(ChatServiceGrpc.ChatServiceBlockingStub stub, String thread) {
        long start = System.nanoTime();
        for (int i = 0; i < SENDS; i++) {
            stub.withDeadlineAfter(10, TimeUnit.SECONDS)
                    .sendMessage(SendMessageRequest.newBuilder()
                            .setThreadId(thread)
                            .setContent("message " + i)
                            .setIdempotencyKey(UUID.randomUUID().toString())
                            .build());
        }
        return System.nanoTime() - start;
    }

    private static long sendLayer(ChatClient chat, String thread) {
        long start = System.nanoTime();
        for (int i = 0; i < SENDS; i++) {
            chat.sendMessage(thread, "message " + i);
        }
        return System.nanoTime() - start;
    }

    private static SubscribeRequest all(String thread) {
        return SubscribeRequest.newBuilder()
                .setStartPosition(StartPosition.START_POSITION_BEGINNING)
                .addThreadIds(thread)
                .build();
    }

    private static long streamBare(ChatServiceGrpc.ChatServiceBlockingStub stub, String thread) {
        long start = System.nanoTime();
        Iterator<SubscribeResponse> responses = stub.subscribe(all(thread));
        int events = 0;
        while (!isLast(responses.next())) {
            events++;
        }
        if (events < 1000) {
            throw new IllegalStateException("there were " + events + " events only");
        }
        return System.nanoTime() - start;
    }

    private static boolean isLast(SubscribeResponse response) {
        return response.hasEvent() && isLast(response.getEvent());
    }

    private static boolean isLast(ChatEvent event) {
        return event.getMessageSent().getMessage().getContent().equals("last");
    }

    private static long streamLayer(ChatClient chat, String thread) {
        long start = System.nanoTime();
        try (EventStream<ChatUpdate> stream = chat.follow(all(thread))) {
            for (ChatUpdate update : stream) {
                if (update instanceof ChatUpdate.Event e && isLast(e.event())) {
                    return System.nanoTime() - start;
                }
            }
        }
        throw new IllegalStateException("the stream has ended");
    }
}

package io.github.parleyinterop;

import io.github.parleyinterop.chat.v1.ChatEvent;
import io.github.parleyinterop.chat.v1.ChatServiceGrpc;
import io.github.parleyinterop.chat.v1.SendMessageRequest;
import io.github.parleyinterop.chat.v1.SendMessagesRequest;
import io.github.parleyinterop.chat.v1.SendMessagesResponse;
import io.github.parleyinterop.chat.v1.SubscribeRequest;
import io.github.parleyinterop.chat.v1.SubscribeResponse;
import io.github.parleyinterop.type.v1.StartPosition;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Measures what the layer costs over bare generated stubs: both do the same to the same broker, in alternating rounds. */
public final class Overhead {
    /** Many short rounds, so that what else the machine does meets both alike. */
    private static final int SEND_ROUNDS = Integer.getInteger("send.rounds", 400);

    private static final int SENDS = Integer.getInteger("sends", 10);
    private static final int STREAM_ROUNDS = Integer.getInteger("stream.rounds", 15);
    private static final int EVENTS = Integer.getInteger("events", 10000);
    private static final int WINDOW = 256;

    private Overhead() {}

    /** Does something, and returns the nanoseconds that it took. */
    @FunctionalInterface
    private interface Round {
        long run() throws Exception;
    }

    /**
     * Prints for each loop the median rates, and how much longer the layer takes.
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
        var bareHeaders = MetadataUtils.newAttachHeadersInterceptor(headers(world, anna));
        var bare = ChatServiceGrpc.newBlockingStub(channel).withInterceptors(bareHeaders);
        ChatClient layer = world.as(anna).chat();

        compare("send", SEND_ROUNDS, SENDS, () -> sendBare(bare, sends), () -> sendLayer(layer, sends));
        var async = ChatServiceGrpc.newStub(channel).withInterceptors(bareHeaders);
        compare("pipeline", STREAM_ROUNDS, EVENTS, () -> pipelineBare(async, sends), () -> pipelineLayer(layer, sends));
        compare("stream", STREAM_ROUNDS, EVENTS, () -> streamBare(async, events), () -> streamLayer(layer, events));
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

    private static void compare(String what, int rounds, int count, Round bare, Round layer) throws Exception {
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
        double one = bares[rounds / 2] / 1e9;
        double two = layers[rounds / 2] / 1e9;
        System.out.printf(
                "%-12s %-10s %8.0f/s %8.0f/s %+6.1f %%%n",
                "java", what, count / one, count / two, 100 * (two / one - 1));
    }

    private static long sendBare(ChatServiceGrpc.ChatServiceBlockingStub stub, String thread) {
        long start = System.nanoTime();
        for (int i = 0; i < SENDS; i++) {
            stub.withDeadlineAfter(10, TimeUnit.SECONDS)
                    .sendMessage(SendMessageRequest.newBuilder()
                            .setThreadId(thread)
                            .setContent("message " + i)
                            .setIdempotencyKey(Keys.next())
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

    private static long pipelineBare(ChatServiceGrpc.ChatServiceStub stub, String thread) throws InterruptedException {
        long start = System.nanoTime();
        Semaphore room = new Semaphore(WINDOW);
        CountDownLatch ended = new CountDownLatch(1);
        StreamObserver<SendMessagesRequest> requests = stub.sendMessages(new StreamObserver<>() {
            @Override
            public void onNext(SendMessagesResponse answer) {
                room.release();
            }

            @Override
            public void onError(Throwable failure) {
                throw new IllegalStateException(failure);
            }

            @Override
            public void onCompleted() {
                ended.countDown();
            }
        });
        for (int i = 0; i < EVENTS; i++) {
            room.acquire();
            requests.onNext(SendMessagesRequest.newBuilder()
                    .setTag(i)
                    .setMessage(SendMessageRequest.newBuilder()
                            .setThreadId(thread)
                            .setContent("message " + i)
                            .setIdempotencyKey(Keys.next()))
                    .build());
        }
        requests.onCompleted();
        ended.await();
        return System.nanoTime() - start;
    }

    private static long pipelineLayer(ChatClient chat, String thread) {
        long start = System.nanoTime();
        try (MessageSender sender = chat.openSender(WINDOW)) {
            for (int i = 0; i < EVENTS; i++) {
                sender.send(thread, "message " + i);
            }
        }
        return System.nanoTime() - start;
    }

    private static SubscribeRequest all(String thread) {
        return SubscribeRequest.newBuilder()
                .setStartPosition(StartPosition.START_POSITION_BEGINNING)
                .addThreadIds(thread)
                .build();
    }

    /** Reads with the stub that calls back: the iterator of the blocking one is half as fast or slower, so that no layer could lose to it. */
    private static long streamBare(ChatServiceGrpc.ChatServiceStub stub, String thread) throws Exception {
        long start = System.nanoTime();
        CompletableFuture<Long> read = new CompletableFuture<>();
        Context.CancellableContext context = Context.current().withCancellation();
        context.run(() -> stub.subscribe(all(thread), new StreamObserver<>() {
            private int events;

            @Override
            public void onNext(SubscribeResponse response) {
                if (!isLast(response)) {
                    events++;
                } else if (events < 1000) {
                    onError(new IllegalStateException("there were " + events + " events only"));
                } else {
                    read.complete(System.nanoTime() - start);
                }
            }

            @Override
            public void onError(Throwable failure) {
                read.completeExceptionally(failure);
            }

            @Override
            public void onCompleted() {
                read.completeExceptionally(new IllegalStateException("the stream has ended"));
            }
        }));
        try {
            return read.get();
        } finally {
            context.cancel(null);
        }
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

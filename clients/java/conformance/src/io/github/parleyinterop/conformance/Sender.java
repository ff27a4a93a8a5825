package io.github.parleyinterop.conformance;

import io.github.parleyinterop.MessageSender;
import io.github.parleyinterop.ParleyClient;
import io.github.parleyinterop.chat.v1.SendMessageRequest;
import io.github.parleyinterop.chat.v1.SendMessageResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A sender with a thread that waits for room in its window, so that the driver reads on. */
final class Sender {
    private final MessageSender sender;
    private final ExecutorService line = Executors.newSingleThreadExecutor();

    Sender(ParleyClient client, int window) {
        this.sender = window == 0 ? client.chat().openSender() : client.chat().openSender(window);
    }

    CompletableFuture<SendMessageResponse> send(SendMessageRequest request) {
        return CompletableFuture.supplyAsync(() -> sender.send(request), line).thenCompose(answer -> answer);
    }

    void close() {
        CompletableFuture.runAsync(sender::close, line).join();
        line.shutdown();
    }
}

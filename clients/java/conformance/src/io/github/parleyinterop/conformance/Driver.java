package io.github.parleyinterop.conformance;

import com.google.protobuf.Message;
import io.github.parleyinterop.Credential;
import io.github.parleyinterop.Identifier;
import io.github.parleyinterop.ParleyClient;
import io.github.parleyinterop.ParleyClientBuilder;
import io.github.parleyinterop.RetryPolicy;
import io.github.parleyinterop.Token;
import io.github.parleyinterop.chat.v1.SendMessageRequest;
import io.github.parleyinterop.chat.v1.SendMessageResponse;
import io.github.parleyinterop.directory.v1.ImportTenantUsersRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Does with the Java client what the conformance runner asks for. The protocol is in {@code clients/conformance/PROTOCOL.md}. */
public final class Driver {
    private final PrintStream out;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Long, Runnable> open = new ConcurrentHashMap<>();
    private final Map<String, ParleyClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Credential.Replaceable> credentials = new ConcurrentHashMap<>();
    private final Map<String, Follower<?>> streams = new ConcurrentHashMap<>();
    private final Map<String, Sender> senders = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Token>> asked = new ConcurrentHashMap<>();
    private final AtomicLong asks = new AtomicLong();

    private Driver(PrintStream out) {
        this.out = out;
    }

    /**
     * Serves the runner until its end of the input.
     *
     * @param arguments none
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Driver driver = new Driver(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            driver.take(Command.read(line));
        }
        driver.clients.values().forEach(ParleyClient::close);
        System.exit(0);
    }

    /** Answers at once what must keep the order of the lines, and begins everything else. */
    private void take(Command command) {
        switch (command.text("op")) {
            case "cancel",
                    "provide_token",
                    "close_stream",
                    "cursor",
                    "set_token",
                    "as_user",
                    "connect",
                    "follow",
                    "open_sender",
                    "hello",
                    "parse_identifier" -> answer(command);
            case "send" -> send(command);
            default -> {
                Operation operation = new Operation(() -> answer(command));
                open.put(command.id(), operation::cancel);
                threads.execute(operation);
            }
        }
    }

    private void answer(Command command) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", command.id());
        try {
            line.put("result", run(command));
        } catch (Exception e) {
            line.put("error", Problem.describe(e));
        }
        finish(command, line);
    }

    private void send(Command command) {
        SendMessageRequest request = command.message("request", SendMessageRequest.getDefaultInstance());
        CompletableFuture<SendMessageResponse> sent =
                senders.get(command.text("sender")).send(request);
        open.put(command.id(), () -> sent.cancel(true));
        sent.whenComplete((response, failure) -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", command.id());
            if (failure == null) {
                line.put("result", Map.of("response", Json.of(response)));
            } else {
                line.put("error", Problem.describe(failure));
            }
            finish(command, line);
        });
    }

    private void finish(Command command, Map<String, Object> line) {
        open.remove(command.id());
        write(line);
    }

    private synchronized void write(Map<String, Object> line) {
        out.println(Json.write(line));
        out.flush();
    }

    private Map<String, Object> run(Command c) {
        return switch (c.text("op")) {
            case "hello" -> Map.of("language", "java", "version", ParleyClient.version(), "encoding", "json");
            case "connect" -> connect(c);
            case "as_user" -> {
                clients.put(c.text("handle"), client(c).asUser(Identifier.parse(c.text("user"))));
                yield Map.of();
            }
            case "set_token" -> {
                credentials.get(c.text("connection")).replace(c.text("token"));
                yield Map.of();
            }
            case "close" -> {
                clients.remove(c.text("connection")).close();
                yield Map.of();
            }
            case "call" -> Map.of("response", Json.of(call(c)));
            case "list" -> Map.of("items", Methods.list(client(c), c));
            case "follow" -> {
                streams.put(c.text("handle"), Follower.open(client(c), c));
                yield Map.of();
            }
            case "next" -> streams.get(c.text("stream")).next();
            case "cursor" -> streams.get(c.text("stream")).cursor();
            case "call_action" ->
                Map.of("response", Json.of(streams.get(c.text("stream")).act(c)));
            case "close_stream" -> {
                streams.get(c.text("stream")).close();
                yield Map.of();
            }
            case "open_sender" -> {
                senders.put(c.text("handle"), new Sender(client(c), (int) c.number("window", 0)));
                yield Map.of();
            }
            case "close_sender" -> {
                senders.get(c.text("sender")).close();
                yield Map.of();
            }
            case "cancel" -> cancel(c);
            case "parse_identifier" -> Identifiers.describe(c.text("raw_id"));
            case "provide_token" -> provide(c);
            default -> throw new ProtocolMistake("no such operation: " + c.text("op"));
        };
    }

    private ParleyClient client(Command c) {
        ParleyClient client = clients.get(c.text("connection"));
        if (client == null) {
            throw new ProtocolMistake("no such connection: " + c.text("connection"));
        }
        return client;
    }

    private Map<String, Object> connect(Command c) {
        ParleyClientBuilder builder = ParleyClient.builder(c.text("address"));
        Command credential = c.object("credential");
        if (credential.has("provider")) {
            builder.credential(Credential.provider(() -> ask(c.text("handle"))));
        } else if (credential.has("key") || credential.has("token")) {
            Credential.Replaceable fixed = credential.has("key")
                    ? Credential.key(credential.text("key"))
                    : Credential.token(credential.text("token"));
            credentials.put(c.text("handle"), fixed);
            builder.credential(fixed);
        }
        if (c.has("ca_file")) {
            builder.trust(Path.of(c.text("ca_file")));
        } else if (c.text("transport").equals("tls")) {
            builder.tls();
        }
        if (c.text("transport").equals("plaintext")) {
            builder.plaintext();
        }
        Command options = c.object("options");
        if (options.has("timeout_ms")) {
            builder.deadline(Duration.ofMillis(options.number("timeout_ms", 0)));
        }
        if (options.has("max_attempts")) {
            builder.retry(RetryPolicy.DEFAULT.withMaxAttempts((int) options.number("max_attempts", 0)));
        }
        clients.put(c.text("handle"), builder.build());
        return Map.of();
    }

    private Message call(Command c) {
        ParleyClient client = client(c);
        if (c.has("timeout_ms")) {
            client = client.withDeadline(Duration.ofMillis(c.number("timeout_ms", 0)));
        }
        if (c.text("method").equals("directory.ImportTenantUsers")) {
            return client.directory()
                    .importBatches(c.messages("requests", ImportTenantUsersRequest.getDefaultInstance()));
        }
        return Methods.call(client, c);
    }

    private CompletableFuture<Token> ask(String connection) {
        long ask = asks.incrementAndGet();
        CompletableFuture<Token> token = new CompletableFuture<>();
        asked.put(ask, token);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ask", ask);
        line.put("connection", connection);
        write(line);
        return token;
    }

    private Map<String, Object> provide(Command c) {
        CompletableFuture<Token> waiting = asked.remove(c.number("ask", 0));
        if (c.has("failure")) {
            waiting.completeExceptionally(new IllegalStateException(c.text("failure")));
        } else if (c.has("expires_in_ms")) {
            waiting.complete(Token.of(c.text("token"), Instant.now().plusMillis(c.number("expires_in_ms", 0))));
        } else {
            waiting.complete(Token.of(c.text("token")));
        }
        return Map.of();
    }

    private Map<String, Object> cancel(Command c) {
        open.getOrDefault(c.number("target", 0), () -> {}).run();
        return Map.of();
    }

    /** What runs in a thread of its own, and is cancelled by interrupting it. */
    private static final class Operation implements Runnable {
        private final Runnable work;
        private Thread thread;
        private boolean cancelled;

        Operation(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            synchronized (this) {
                thread = Thread.currentThread();
                if (cancelled) {
                    thread.interrupt();
                }
            }
            work.run();
            synchronized (this) {
                thread = null;
            }
            Thread.interrupted();
        }

        synchronized void cancel() {
            cancelled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** A mistake of the runner or of the driver. */
    static final class ProtocolMistake extends RuntimeException {
        private static final long serialVersionUID = 1;

        ProtocolMistake(String message) {
            super(message);
        }
    }
}

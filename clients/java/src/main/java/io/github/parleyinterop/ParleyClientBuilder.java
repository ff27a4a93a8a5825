package io.github.parleyinterop;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Configures a client: where the broker is, who calls, and how. Only a credential is required.
 *
 * <p>The connection uses TLS, but towards a loopback address, where a broker serves plaintext by default; {@link #plaintext} and
 * {@link #tls} say otherwise.
 */
public final class ParleyClientBuilder {
    /** The deadline of unary calls where nothing else is said: 10 s. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(10);

    /** A page of 200 messages of 28 KiB has its place in it. */
    private static final int MAX_MESSAGE_BYTES = 32 << 20;

    /** The details of an error that names many fields have their place in it. */
    private static final int MAX_METADATA_BYTES = 256 << 10;

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final String address;
    private final String host;
    private Credential credential;
    private ChannelCredentials transport;
    private Duration deadline = DEFAULT_DEADLINE;
    private RetryPolicy retry = RetryPolicy.DEFAULT;
    private Executor executor;
    private Consumer<ManagedChannelBuilder<?>> channel = builder -> {};

    ParleyClientBuilder(String address) {
        this.address = address;
        URI uri = URI.create("parley://" + address);
        if (uri.getHost() == null || uri.getPort() < 0 || !uri.getRawAuthority().equals(address)) {
            throw new IllegalArgumentException(
                    "the address \"" + address + "\" is not of the form host:port, for example localhost:7755");
        }
        this.host = uri.getHost();
    }

    /**
     * Sets who calls.
     *
     * @param who the credential
     * @return this builder
     */
    public ParleyClientBuilder credential(Credential who) {
        this.credential = who;
        return this;
    }

    /**
     * Calls with an access key, as {@link Credential#key}.
     *
     * @param key the key
     * @return this builder
     */
    public ParleyClientBuilder key(String key) {
        return credential(Credential.key(key));
    }

    /**
     * Calls with a token, as {@link Credential#token}.
     *
     * @param token the token
     * @return this builder
     */
    public ParleyClientBuilder token(String token) {
        return credential(Credential.token(token));
    }

    /**
     * Speaks plaintext, whatever the address. Whoever is on the way then reads keys and messages.
     *
     * @return this builder
     */
    public ParleyClientBuilder plaintext() {
        this.transport = InsecureChannelCredentials.create();
        return this;
    }

    /**
     * Speaks TLS, whatever the address, and trusts the authorities that the Java runtime trusts.
     *
     * @return this builder
     */
    public ParleyClientBuilder tls() {
        this.transport = TlsChannelCredentials.create();
        return this;
    }

    /**
     * Speaks TLS, and trusts only the authorities in a file.
     *
     * @param authorities certificates in PEM
     * @return this builder
     * @throws UncheckedIOException if the file cannot be read
     */
    public ParleyClientBuilder trust(Path authorities) {
        try {
            this.transport = TlsChannelCredentials.newBuilder()
                    .trustManager(authorities.toFile())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the authorities in " + authorities, e);
        }
        return this;
    }

    /**
     * Sets how long a unary call may take, all tries included; {@link #DEFAULT_DEADLINE} otherwise.
     *
     * @param longest above zero
     * @return this builder
     */
    public ParleyClientBuilder deadline(Duration longest) {
        this.deadline = positive(longest);
        return this;
    }

    /**
     * Sets how calls are tried again; {@link RetryPolicy#DEFAULT} otherwise.
     *
     * @param policy the policy
     * @return this builder
     */
    public ParleyClientBuilder retry(RetryPolicy policy) {
        this.retry = Objects.requireNonNull(policy, "the retry policy is null");
        return this;
    }

    /**
     * Sets where futures are completed and subscribers called. Without it the client has a pool of its own.
     *
     * @param threads an executor that runs what it is given, also while others of its tasks wait
     * @return this builder
     */
    public ParleyClientBuilder executor(Executor threads) {
        this.executor = threads;
        return this;
    }

    /**
     * Configures the channel further, for example with a proxy or interceptors. It is called last, so it may change everything.
     *
     * @param configure what to do with the builder of the channel
     * @return this builder
     */
    public ParleyClientBuilder channel(Consumer<ManagedChannelBuilder<?>> configure) {
        this.channel = configure;
        return this;
    }

    /**
     * Makes the client. It connects with the first call.
     *
     * @return the client; close it
     * @throws IllegalStateException if there is no credential
     */
    public ParleyClient build() {
        return new ParleyClient(invoker());
    }

    /**
     * Makes the client with futures. It connects with the first call.
     *
     * @return the client; close it
     * @throws IllegalStateException if there is no credential
     */
    public ParleyAsyncClient buildAsync() {
        return new ParleyAsyncClient(invoker());
    }

    private Invoker invoker() {
        if (credential == null) {
            throw new IllegalStateException(
                    "the client for " + address + " has no credential: give it key(…), token(…) or credential(…)");
        }
        String name = "parley-" + CLIENTS.incrementAndGet();
        ExecutorService own = executor == null ? Executors.newCachedThreadPool(threads(name)) : null;
        Executor threads = executor == null ? own : executor;
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads(name + "-timer"));
        timer.setRemoveOnCancelPolicy(true);
        Connection connection = new Connection(open(threads), address, credential, threads, timer, own);
        return new Invoker(connection, deadline, retry, null);
    }

    private ManagedChannel open(Executor threads) {
        ChannelCredentials secured = transport == null ? byAddress() : transport;
        ManagedChannelBuilder<?> builder = Grpc.newChannelBuilder(address, secured)
                .executor(threads)
                .userAgent("parley-java/" + Version.CURRENT)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .maxInboundMetadataSize(MAX_METADATA_BYTES)
                .disableRetry();
        channel.accept(builder);
        return builder.build();
    }

    private ChannelCredentials byAddress() {
        boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return loopback ? InsecureChannelCredentials.create() : TlsChannelCredentials.create();
    }

    private static java.util.concurrent.ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a deadline is longer than zero, not " + duration);
        }
        return duration;
    }
}

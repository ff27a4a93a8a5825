package io.github.parleyinterop;

import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import java.time.Duration;

/**
 * A client of a broker that waits for its answers. It holds one connection, is safe for use by many threads, and is meant to be
 * made once and kept.
 *
 * <pre>{@code
 * try (ParleyClient backend = ParleyClient.builder(address).key(resourceKey).build()) {
 *     ParleyClient ben = backend.asUser(backend.identity().createUser("Ben").getIdentifier());
 *     String thread = ben.chat().createThread("Roof", annaId).getThread().getThreadId();
 *     System.out.println(ben.chat().sendMessage(thread, "The roof leaks.").getSequenceId());
 * }
 * }</pre>
 *
 * <p>Every unary call has a deadline, and is tried again where the contract allows it ({@link RetryPolicy}); mutations get an
 * idempotency key, once for all tries. Failures are {@link ParleyException}s. {@link #withDeadline} and {@link #withRetry} return
 * clients that do so differently, for one call or for many; they cost nothing and need not be closed.
 */
public final class ParleyClient implements AutoCloseable {
    private final Invoker invoker;
    private final ChatClient chat;
    private final CallClient calls;
    private final PolicyClient policy;
    private final IdentityClient identity;
    private final DirectoryClient directory;
    private final AdminClient admin;

    ParleyClient(Invoker invoker) {
        this.invoker = invoker;
        this.chat = new ChatClient(invoker);
        this.calls = new CallClient(invoker);
        this.policy = new PolicyClient(invoker);
        this.identity = new IdentityClient(invoker);
        this.directory = new DirectoryClient(invoker);
        this.admin = new AdminClient(invoker);
    }

    /**
     * Begins to configure a client.
     *
     * @param address {@code host:port} of the broker; an IPv6 host stands in brackets
     * @return the builder
     * @throws IllegalArgumentException if the address has no port
     */
    public static ParleyClientBuilder builder(String address) {
        return new ParleyClientBuilder(address);
    }

    /**
     * Returns the version of this client, which is that of the package.
     *
     * @return a semantic version
     */
    public static String version() {
        return Version.CURRENT;
    }

    /**
     * Returns a client that acts as a user of the resource. Only access keys of a resource may act.
     *
     * @param user the user
     * @return a client with the same connection
     */
    public ParleyClient asUser(Identifier user) {
        return new ParleyClient(invoker.asUser(user));
    }

    /**
     * Returns a client that acts as a user of the resource, as {@link #asUser(Identifier)}.
     *
     * @param user the user as it stands in an answer of the broker
     * @return a client with the same connection
     */
    public ParleyClient asUser(io.github.parleyinterop.type.v1.CommunicationIdentifier user) {
        return asUser(Identifier.of(user));
    }

    /**
     * Returns a client whose unary calls have another deadline, all tries included.
     *
     * @param deadline above zero
     * @return a client with the same connection
     */
    public ParleyClient withDeadline(Duration deadline) {
        return new ParleyClient(invoker.withDeadline(ParleyClientBuilder.positive(deadline)));
    }

    /**
     * Returns a client whose calls are tried again in another way.
     *
     * @param policy how
     * @return a client with the same connection
     */
    public ParleyClient withRetry(RetryPolicy policy) {
        return new ParleyClient(invoker.withRetry(policy));
    }

    /**
     * Returns the same client with futures instead of waiting.
     *
     * @return a client with the same connection
     */
    public ParleyAsyncClient async() {
        return new ParleyAsyncClient(invoker);
    }

    /**
     * Returns threads and messages.
     *
     * @return what {@code ChatService} serves
     */
    public ChatClient chat() {
        return chat;
    }

    /**
     * Returns calls.
     *
     * @return what {@code CallService} serves
     */
    public CallClient calls() {
        return calls;
    }

    /**
     * Returns the policy of a tenant.
     *
     * @return what {@code PolicyService} serves
     */
    public PolicyClient policy() {
        return policy;
    }

    /**
     * Returns users and tokens.
     *
     * @return what {@code IdentityService} serves
     */
    public IdentityClient identity() {
        return identity;
    }

    /**
     * Returns the directory of a tenant.
     *
     * @return what {@code DirectoryService} serves
     */
    public DirectoryClient directory() {
        return directory;
    }

    /**
     * Returns the administration of the deployment.
     *
     * @return what {@code AdminService} serves
     */
    public AdminClient admin() {
        return admin;
    }

    /**
     * Calls any unary method of the contract with the deadline, the tries and the keys of this client. The services of this
     * class do the same with less to write.
     *
     * @param method the method, from a generated {@code …Grpc} class
     * @param request the request
     * @return the answer
     * @param <Q> the type of the request
     * @param <R> the type of the answer
     * @throws ParleyException if it fails
     */
    public <Q, R> R call(MethodDescriptor<Q, R> method, Q request) {
        return invoker.call(method, request);
    }

    /**
     * Returns a channel for generated stubs, the way around this layer: its calls carry the credential and the user to act as,
     * and have neither deadlines nor tries.
     *
     * <pre>{@code
     * var stub = ChatServiceGrpc.newBlockingStub(anna.channel());
     * System.out.println(stub.getThread(GetThreadRequest.newBuilder().setThreadId(threadId).build()));
     * }</pre>
     *
     * @return the channel, which ends with this client
     */
    public Channel channel() {
        return invoker.channel;
    }

    /** Ends all streams, waits 5 seconds at most for calls that are under way, and closes the connection, also of derived clients. */
    @Override
    public void close() {
        invoker.connection.close();
    }
}

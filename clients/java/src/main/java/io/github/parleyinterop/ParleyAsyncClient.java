package io.github.parleyinterop;

import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A client of a broker that answers with futures and never blocks, but for {@link #close}. It is {@link ParleyClient} in every other way.
 *
 * <pre>{@code
 * CompletableFuture<Long> number = anna.async()
 *         .chat()
 *         .sendMessage(threadId, "The roof leaks.")
 *         .thenApply(sent -> sent.getSequenceId());
 * System.out.println(number.join());
 * }</pre>
 */
public final class ParleyAsyncClient implements AutoCloseable {
    private final Invoker invoker;
    private final ChatAsyncClient chat;
    private final CallAsyncClient calls;
    private final PolicyAsyncClient policy;
    private final IdentityAsyncClient identity;
    private final DirectoryAsyncClient directory;
    private final AdminAsyncClient admin;

    ParleyAsyncClient(Invoker invoker) {
        this.invoker = invoker;
        this.chat = new ChatAsyncClient(invoker);
        this.calls = new CallAsyncClient(invoker);
        this.policy = new PolicyAsyncClient(invoker);
        this.identity = new IdentityAsyncClient(invoker);
        this.directory = new DirectoryAsyncClient(invoker);
        this.admin = new AdminAsyncClient(invoker);
    }

    /**
     * Returns a client that acts as a user of the resource. Only access keys of a resource may act.
     *
     * @param user the user
     * @return a client with the same connection
     */
    public ParleyAsyncClient asUser(Identifier user) {
        return new ParleyAsyncClient(invoker.asUser(user));
    }

    /**
     * Returns a client that acts as a user of the resource, as {@link #asUser(Identifier)}.
     *
     * @param user the user as it stands in an answer of the broker
     * @return a client with the same connection
     */
    public ParleyAsyncClient asUser(io.github.parleyinterop.type.v1.CommunicationIdentifier user) {
        return asUser(Identifier.of(user));
    }

    /**
     * Returns a client whose unary calls have another deadline, all tries included.
     *
     * @param deadline above zero
     * @return a client with the same connection
     */
    public ParleyAsyncClient withDeadline(Duration deadline) {
        return new ParleyAsyncClient(invoker.withDeadline(ParleyClientBuilder.positive(deadline)));
    }

    /**
     * Returns a client whose calls are tried again in another way.
     *
     * @param policy how
     * @return a client with the same connection
     */
    public ParleyAsyncClient withRetry(RetryPolicy policy) {
        return new ParleyAsyncClient(invoker.withRetry(policy));
    }

    /**
     * Returns the same client that waits instead of answering with futures.
     *
     * @return a client with the same connection
     */
    public ParleyClient blocking() {
        return new ParleyClient(invoker);
    }

    /**
     * Returns threads and messages.
     *
     * @return what {@code ChatService} serves
     */
    public ChatAsyncClient chat() {
        return chat;
    }

    /**
     * Returns calls.
     *
     * @return what {@code CallService} serves
     */
    public CallAsyncClient calls() {
        return calls;
    }

    /**
     * Returns the policy of a tenant.
     *
     * @return what {@code PolicyService} serves
     */
    public PolicyAsyncClient policy() {
        return policy;
    }

    /**
     * Returns users and tokens.
     *
     * @return what {@code IdentityService} serves
     */
    public IdentityAsyncClient identity() {
        return identity;
    }

    /**
     * Returns the directory of a tenant.
     *
     * @return what {@code DirectoryService} serves
     */
    public DirectoryAsyncClient directory() {
        return directory;
    }

    /**
     * Returns the administration of the deployment.
     *
     * @return what {@code AdminService} serves
     */
    public AdminAsyncClient admin() {
        return admin;
    }

    /**
     * Calls any unary method of the contract with the deadline, the tries and the keys of this client. The services of this
     * class do the same with less to write.
     *
     * @param method the method, from a generated {@code …Grpc} class
     * @param request the request
     * @return the answer; fails with a {@link ParleyException}
     * @param <Q> the type of the request
     * @param <R> the type of the answer
     */
    public <Q, R> CompletableFuture<R> call(MethodDescriptor<Q, R> method, Q request) {
        return invoker.start(method, request);
    }

    /**
     * Returns a channel for generated stubs, the way around this layer: its calls carry the credential and the user to act as,
     * and have neither deadlines nor tries.
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

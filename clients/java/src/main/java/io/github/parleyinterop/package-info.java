/**
 * The client of Parley, a self-hosted interop broker that carries chat and calls between a resource's own users and the
 * users of a tenant, under policy.
 *
 * <p>Begin with {@link io.github.parleyinterop.ParleyClient}; {@link io.github.parleyinterop.ParleyAsyncClient} is the same
 * with futures. The messages that go in and come out are those of the contract, in the packages {@code chat.v1}, {@code
 * call.v1}, {@code policy.v1}, {@code identity.v1}, {@code directory.v1}, {@code admin.v1} and {@code type.v1}.
 */
package io.github.parleyinterop;

package io.github.parleyinterop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Keeps the latest token of a provider, and asks for the next one in good time. */
final class TokenCache extends Credential {
    /** The longest time before the expiry at which the next token is asked for. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final TokenProvider provider;
    private Token token;
    private Instant renewTime = Instant.MAX;
    private CompletableFuture<Token> fetch;

    TokenCache(TokenProvider provider) {
        this.provider = provider;
    }

    @Override
    CompletableFuture<String> current() {
        CompletableFuture<Token> pending;
        synchronized (this) {
            Instant now = Instant.now();
            boolean valid =
                    token != null && token.expireTime().map(now::isBefore).orElse(true);
            if (valid && now.isBefore(renewTime)) {
                return CompletableFuture.completedFuture(token.value());
            }
            pending = fetch == null ? begin() : fetch;
            if (valid) {
                return CompletableFuture.completedFuture(token.value());
            }
        }
        return pending.thenApply(Token::value);
    }

    /** Asks the provider; the caller holds the lock, so there is one question at a time. */
    private CompletableFuture<Token> begin() {
        CompletableFuture<Token> asked = new CompletableFuture<>();
        fetch = asked;
        try {
            provider.fetch().whenComplete((fetched, failure) -> end(asked, fetched, failure));
        } catch (RuntimeException e) {
            end(asked, null, e);
        }
        return asked;
    }

    private void end(CompletableFuture<Token> asked, Token fetched, Throwable failure) {
        Throwable cause = failure == null && fetched == null ? new NullPointerException("the token is null") : failure;
        synchronized (this) {
            fetch = null;
            if (cause == null) {
                token = fetched;
                renewTime = fetched.expireTime().map(TokenCache::renewal).orElse(Instant.MAX);
            }
        }
        if (cause == null) {
            asked.complete(fetched);
        } else {
            asked.completeExceptionally(cause);
        }
    }

    private static Instant renewal(Instant expiry) {
        Duration tenth = Duration.between(Instant.now(), expiry).dividedBy(10);
        return expiry.minus(tenth.compareTo(AHEAD) < 0 ? tenth : AHEAD);
    }

    @Override
    synchronized boolean renew(String refused) {
        if (token != null && token.value().equals(refused)) {
            token = null;
        }
        return true;
    }
}

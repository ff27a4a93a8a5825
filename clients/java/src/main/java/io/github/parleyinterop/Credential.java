package io.github.parleyinterop;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What a client shows the broker: an access key, a token, or something that provides tokens. One credential may be used by
 * several clients.
 */
public abstract sealed class Credential permits Credential.Replaceable, TokenCache {
    Credential() {}

    /**
     * Uses a key: of a resource, of a tenant's administrator or of the operator.
     *
     * @param key the key with its prefix, such as {@code parley_rk_}
     * @return a credential that {@link Replaceable#replace} can change when the key is rotated
     */
    public static Replaceable key(String key) {
        return new Replaceable(key);
    }

    /**
     * Uses a token as long as it lasts, at most 24 hours. For longer use {@link #provider} or {@link Replaceable#replace}.
     *
     * @param token a token that the broker has issued
     * @return the credential
     */
    public static Replaceable token(String token) {
        return new Replaceable(token);
    }

    /**
     * Gets tokens when they are needed.
     *
     * <pre>{@code
     * TokenProvider provider = () -> backend.async().identity()
     *         .issueToken(annaId, Scope.SCOPE_CHAT)
     *         .thenApply(Token::of);
     * try (ParleyClient device = ParleyClient.builder(address).credential(Credential.provider(provider)).build()) {
     *     System.out.println(device.identity().getCaller().getIdentifier().getRawId());
     * }
     * }</pre>
     *
     * @param provider what gets them
     * @return a credential that keeps the latest token
     */
    public static Credential provider(TokenProvider provider) {
        return new TokenCache(provider);
    }

    /**
     * Gets tokens in a way that blocks.
     *
     * @param fetch gets a token; it runs in a thread of {@link java.util.concurrent.ForkJoinPool#commonPool}
     * @return a credential that keeps the latest token
     */
    public static Credential blockingProvider(Callable<Token> fetch) {
        return provider(() -> CompletableFuture.supplyAsync(() -> {
            try {
                return fetch.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }));
    }

    /** Returns the text for the metadata, at once or later. */
    abstract CompletableFuture<String> current();

    /** Forgets a text that the broker has refused as expired, and reports whether there may be a better one. */
    abstract boolean renew(String refused);

    /** A key or a token that is what it is until somebody replaces it. */
    public static final class Replaceable extends Credential {
        private volatile CompletableFuture<String> text;

        private Replaceable(String text) {
            replace(text);
        }

        /**
         * Uses another key or token for what begins from now on.
         *
         * @param text the new one
         * @throws IllegalArgumentException if it is empty or has characters that metadata cannot carry
         */
        public void replace(String text) {
            if (!Objects.requireNonNull(text, "the credential is null").matches("[!-~]+")) {
                throw new IllegalArgumentException(
                        "a key or token has only printable ASCII characters and no spaces: it was damaged or is empty");
            }
            this.text = CompletableFuture.completedFuture(text);
        }

        @Override
        CompletableFuture<String> current() {
            return text;
        }

        @Override
        boolean renew(String refused) {
            return false;
        }
    }
}

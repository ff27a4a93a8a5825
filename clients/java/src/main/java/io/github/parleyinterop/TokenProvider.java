package io.github.parleyinterop;

import java.util.concurrent.CompletionStage;

/**
 * Gets access tokens, for example from the backend of the application. The client asks lazily, once for all calls that wait,
 * again before the token expires, and once more where the broker says that it has.
 */
@FunctionalInterface
public interface TokenProvider {
    /**
     * Gets a token. It is never called twice at the same time, and must not block.
     *
     * @return the token; where it fails, so do the calls that wait for it, as {@link UnauthenticatedException}
     */
    CompletionStage<Token> fetch();
}

package io.github.parleyinterop;

/** The broker cannot be reached, or cannot serve now. The client has tried again as often as its policy allows. */
public final class UnavailableException extends ParleyException {
    private static final long serialVersionUID = 1;

    UnavailableException(Failure failure) {
        super(failure);
    }
}

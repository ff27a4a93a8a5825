package io.github.parleyinterop;

/**
 * A stream has ended for good: the subscriber may no longer see what it subscribed to, because its credential was revoked, it
 * was removed, or policy has changed. Resuming is of no use until that is mended; then the last cursor still works.
 */
public final class AccessLostException extends PermissionDeniedException {
    private static final long serialVersionUID = 1;

    AccessLostException(Failure failure) {
        super(failure);
    }

    /**
     * Says why, as a name of {@link io.github.parleyinterop.type.v1.Reason} without its prefix, for example {@code
     * INTEROP_TENANT_DISABLED}.
     *
     * @return the cause, empty if the broker did not say
     */
    public String cause() {
        return metadata().getOrDefault("cause", "");
    }
}

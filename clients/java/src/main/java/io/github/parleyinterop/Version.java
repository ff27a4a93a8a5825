package io.github.parleyinterop;

/** The version of this client. */
final class Version {
    /** That of the package, equal to the version of the pom and of the broker. */
    static final String CURRENT = "0.1.0";

    private Version() {}
}

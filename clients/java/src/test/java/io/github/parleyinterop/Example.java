package io.github.parleyinterop;

/** What the fragments in the documentation may use. Each is compiled as a subclass and run. */
public abstract class Example {
    /** A client of the resource's backend. */
    protected ParleyClient backend;

    /** A client of the tenant's administrator. */
    protected ParleyClient admin;

    /** A client that acts as Anna. */
    protected ParleyClient anna;

    /** A client that acts as Ben. */
    protected ParleyClient ben;

    /** Anna. */
    protected Identifier annaId;

    /** Ben. */
    protected Identifier benId;

    /** A thread of Anna and Ben. */
    protected String threadId;

    /** Where the broker is. */
    protected String address;

    /** A key of the resource. */
    protected String resourceKey;

    final void prepare(World world) {
        backend = world.backend;
        admin = world.admin;
        annaId = world.user("Anna");
        benId = world.user("Ben");
        anna = world.as(annaId);
        ben = world.as(benId);
        threadId = world.thread(annaId, benId);
        address = world.broker.address();
        resourceKey = world.broker.resourceKey();
    }

    /**
     * Runs the fragment.
     *
     * @throws Exception if it fails
     */
    public abstract void run() throws Exception;
}

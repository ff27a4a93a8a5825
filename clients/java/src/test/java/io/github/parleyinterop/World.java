package io.github.parleyinterop;

import io.github.parleyinterop.directory.v1.TenantUser;
import io.github.parleyinterop.policy.v1.FederationConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A broker with a tenant that may be reached, and those who take part. All tests share one; each makes users of its own. */
final class World implements AutoCloseable {
    private static World shared;

    final Broker broker;
    final ParleyClient backend;
    final ParleyClient admin;
    final ParleyClient operator;

    World(Broker broker) {
        this.broker = broker;
        this.backend =
                ParleyClient.builder(broker.address()).key(broker.resourceKey()).build();
        this.admin = ParleyClient.builder(broker.address())
                .key(broker.credential("tenant_admin_key"))
                .build();
        this.operator = ParleyClient.builder(broker.address())
                .key(broker.credential("operator_key"))
                .build();
        admin.policy()
                .updateFederationConfiguration(
                        FederationConfiguration.newBuilder()
                                .setEnableAcsUsers(true)
                                .addAllowedAcsResources(broker.credential("resource_id"))
                                .build(),
                        "enable_acs_users",
                        "allowed_acs_resources");
    }

    static synchronized World shared() throws IOException {
        if (shared == null) {
            Path data = Files.createTempDirectory("parley-java");
            Broker broker = Broker.start(data);
            AtomicBoolean once = new AtomicBoolean();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                if (!once.getAndSet(true)) {
                    end(broker, data);
                }
            }));
            shared = new World(broker);
        }
        return shared;
    }

    private static void end(Broker broker, Path data) {
        try {
            broker.close();
            try (var files = Files.walk(data)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a communication user. */
    Identifier user(String name) {
        return Identifier.of(backend.identity().createUser(name).getIdentifier());
    }

    /** Makes a user of the tenant. */
    Identifier tenantUser(String name) {
        String id = UUID.randomUUID().toString();
        admin.directory()
                .importTenantUsers(List.of(TenantUser.newBuilder()
                        .setUserId(id)
                        .setUserPrincipalName(id + "@contoso.example")
                        .setDisplayName(name)
                        .build()));
        return new Identifier.TeamsUser(id);
    }

    /** Returns a client of a communication user, by act-as. */
    ParleyClient as(Identifier user) {
        return backend.asUser(user);
    }

    /** Starts a thread of the first with the others. */
    String thread(Identifier first, Identifier... others) {
        return as(first).chat().createThread("Roof", others).getThread().getThreadId();
    }

    @Override
    public void close() {
        backend.close();
        admin.close();
        operator.close();
        broker.close();
    }
}

package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.parleyinterop.identity.v1.GetCallerRequest;
import io.github.parleyinterop.identity.v1.GetCallerResponse;
import io.github.parleyinterop.identity.v1.IdentityServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Wrong addresses, keys and kinds of transport, and brokers that are not as they should be: each message says what to do. */
@Timeout(60)
class MistakesTest {
    private static World world;

    @BeforeAll
    static void open() throws IOException {
        world = World.shared();
    }

    private static ParleyException refused(ParleyClientBuilder builder) {
        try (ParleyClient client = builder.deadline(Duration.ofSeconds(30)).build()) {
            return assertThrows(ParleyException.class, () -> client.identity().getCaller());
        }
    }

    private static void says(String text, ParleyException failure) {
        assertTrue(failure.getMessage().contains(text), failure.getMessage());
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ParleyException failure =
                refused(ParleyClient.builder("127.0.0.1:" + port).key("parley_rk_x"));
        assertTrue(failure instanceof UnavailableException);
        says("127.0.0.1:" + port, failure);
        says("start the broker", failure);
    }

    @Test
    void theAddressIsNone() {
        assertThrows(IllegalArgumentException.class, () -> ParleyClient.builder("localhost"));
        assertThrows(IllegalArgumentException.class, () -> ParleyClient.builder("http://localhost:7755"));
        assertThrows(
                IllegalStateException.class,
                () -> ParleyClient.builder("localhost:7755").build());
        assertThrows(IllegalArgumentException.class, () -> Credential.key("two words"));
    }

    @Test
    void theKeyIsUnknown() {
        ParleyException failure = refused(ParleyClient.builder(world.broker.address())
                .key("parley_rk_sc77twuysoc63viafxk4rmcqie_7h_YXfSMoMUUR9NYqHE_7145bDOXo_IMT93O8VE75_I"));
        assertEquals("KEY_UNKNOWN", ((UnauthenticatedException) failure).reasonText());
    }

    @Test
    void transportsThatDoNotFit(@TempDir Path folder) throws Exception {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        certify(folder, key, certificate);
        says(
                "plaintext",
                refused(ParleyClient.builder(world.broker.address()).key("k").tls()));
        try (Broker broker = Broker.start(
                folder.resolve("data"), "--tls-cert", certificate.toString(), "--tls-key", key.toString())) {
            says(
                    "tls()",
                    refused(ParleyClient.builder(broker.address()).key("k").plaintext()));
            says(
                    "certificate",
                    refused(ParleyClient.builder(broker.address()).key("k").tls()));
            try (ParleyClient client = ParleyClient.builder(broker.address())
                    .key(broker.resourceKey())
                    .trust(certificate)
                    .build()) {
                assertFalse(client.identity().getCaller().getKeyId().isEmpty());
            }
        }
    }

    private static void certify(Path folder, Path key, Path certificate) throws Exception {
        Path store = folder.resolve("store");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=broker",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-ext",
                        "bc:c",
                        "-validity",
                        "2")
                .inheritIO()
                .start();
        assertEquals(0, made.waitFor());
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        write(
                key,
                "PRIVATE KEY",
                keys.getKey("broker", "changeit".toCharArray()).getEncoded());
        write(certificate, "CERTIFICATE", keys.getCertificate("broker").getEncoded());
    }

    private static void write(Path file, String kind, byte[] bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("-----BEGIN " + kind + "-----\n").getBytes());
            out.write(Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(bytes));
            out.write(("\n-----END " + kind + "-----\n").getBytes());
        }
    }

    /** Serves one method in a way that the real broker never would. */
    private static Server serve(java.util.function.Function<Integer, Throwable> failure, AtomicInteger calls)
            throws IOException {
        return Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new IdentityServiceGrpc.IdentityServiceImplBase() {
                    @Override
                    public void getCaller(GetCallerRequest request, StreamObserver<GetCallerResponse> answers) {
                        Throwable thrown = failure.apply(calls.incrementAndGet());
                        if (thrown != null) {
                            answers.onError(thrown);
                            return;
                        }
                        answers.onNext(GetCallerResponse.getDefaultInstance());
                        answers.onCompleted();
                    }
                })
                .build()
                .start();
    }

    private static Throwable status(int code, String reason) {
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(code)
                .setMessage("told so")
                .addDetails(com.google.protobuf.Any.pack(com.google.rpc.ErrorInfo.newBuilder()
                        .setDomain("parley")
                        .setReason(reason)
                        .build()))
                .build());
    }

    @Test
    void anOlderBrokerIsNamed() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Server server = serve(call -> null, calls);
        try (ParleyClient client =
                ParleyClient.builder("localhost:" + server.getPort()).key("k").build()) {
            UnimplementedException failure = assertThrows(
                    UnimplementedException.class, () -> client.chat().createThread("topic"));
            says("parley.chat.v1.ChatService/CreateThread", failure);
            says("version", failure);
        } finally {
            server.shutdownNow().awaitTermination();
        }
    }

    @Test
    void aNewerBrokersReasonKeepsItsText() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Server server = serve(call -> status(9, "OF_TOMORROW"), calls);
        try (ParleyClient client =
                ParleyClient.builder("localhost:" + server.getPort()).key("k").build()) {
            FailedPreconditionException failure = assertThrows(
                    FailedPreconditionException.class, () -> client.identity().getCaller());
            assertEquals("OF_TOMORROW", failure.reasonText());
            assertEquals(io.github.parleyinterop.type.v1.Reason.UNRECOGNIZED, failure.reason());
            assertEquals(1, calls.get());
        } finally {
            server.shutdownNow().awaitTermination();
        }
    }

    @Test
    void unavailableIsTriedAgainInBothForms() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Server server = serve(call -> call % 3 == 0 ? null : Status.UNAVAILABLE.asRuntimeException(), calls);
        try (ParleyClient client =
                ParleyClient.builder("localhost:" + server.getPort()).key("k").build()) {
            client.identity().getCaller();
            assertEquals(3, calls.get());
            client.async().identity().getCaller().join();
            assertEquals(6, calls.get());
            assertThrows(
                    UnavailableException.class,
                    () -> client.withRetry(RetryPolicy.NONE).identity().getCaller());
            assertEquals(7, calls.get());
        } finally {
            server.shutdownNow().awaitTermination();
        }
    }

    @Test
    void anExpiredTokenIsReplacedOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger fetched = new AtomicInteger();
        Server server = serve(call -> call == 1 ? status(16, "TOKEN_EXPIRED") : null, calls);
        Credential credential = Credential.provider(() -> CompletableFuture.completedFuture(
                Token.of("token-" + fetched.incrementAndGet(), Instant.now().plusSeconds(3600))));
        try (ParleyClient client = ParleyClient.builder("localhost:" + server.getPort())
                .credential(credential)
                .build()) {
            client.identity().getCaller();
            client.identity().getCaller();
            assertEquals(2, fetched.get());
            assertEquals(3, calls.get());
        } finally {
            server.shutdownNow().awaitTermination();
        }
    }

    @Test
    void aProviderThatFailsSaysWhy() {
        Credential credential = Credential.blockingProvider(() -> {
            throw new IOException("the backend is away");
        });
        ParleyException failure =
                refused(ParleyClient.builder(world.broker.address()).credential(credential));
        assertTrue(failure instanceof UnauthenticatedException);
        says("the backend is away", failure);
    }

    @Test
    void theExpiryStandsInTheToken() {
        String claims = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"exp\": 1700000000}".getBytes());
        assertEquals(
                Optional.of(Instant.ofEpochSecond(1700000000L)),
                Token.of("e30." + claims + ".sig").expireTime());
        assertEquals(Optional.empty(), Token.of("parley_rk_key").expireTime());
        assertFalse(Token.of("secret").toString().contains("secret"));
    }
}

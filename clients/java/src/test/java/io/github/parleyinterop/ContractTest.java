package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.parleyinterop.admin.v1.AdminServiceGrpc;
import io.github.parleyinterop.call.v1.CallServiceGrpc;
import io.github.parleyinterop.chat.v1.ChatServiceGrpc;
import io.github.parleyinterop.chat.v1.SendMessageRequest;
import io.github.parleyinterop.directory.v1.DirectoryServiceGrpc;
import io.github.parleyinterop.identity.v1.IdentityServiceGrpc;
import io.github.parleyinterop.policy.v1.PolicyServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The layer has everything that the contract has, twice, and nothing that users must not install. */
@Tag("fast")
class ContractTest {
    private record Pair(ServiceDescriptor service, Class<?> blocking, Class<?> async) {}

    private static final Set<Pair> PAIRS = Set.of(
            new Pair(ChatServiceGrpc.getServiceDescriptor(), ChatClient.class, ChatAsyncClient.class),
            new Pair(CallServiceGrpc.getServiceDescriptor(), CallClient.class, CallAsyncClient.class),
            new Pair(PolicyServiceGrpc.getServiceDescriptor(), PolicyClient.class, PolicyAsyncClient.class),
            new Pair(IdentityServiceGrpc.getServiceDescriptor(), IdentityClient.class, IdentityAsyncClient.class),
            new Pair(DirectoryServiceGrpc.getServiceDescriptor(), DirectoryClient.class, DirectoryAsyncClient.class),
            new Pair(AdminServiceGrpc.getServiceDescriptor(), AdminClient.class, AdminAsyncClient.class));

    @Test
    void everyUnaryMethodIsThere() {
        for (Pair pair : PAIRS) {
            for (MethodDescriptor<?, ?> method : pair.service().getMethods()) {
                if (method.getType() == MethodDescriptor.MethodType.UNARY) {
                    String name = method.getBareMethodName();
                    String java = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                    assertTrue(
                            Arrays.stream(pair.blocking().getMethods())
                                    .anyMatch(m -> m.getName().equals(java)),
                            pair.blocking() + " has no " + java);
                }
            }
        }
    }

    @Test
    void bothFormsAgree() {
        for (Pair pair : PAIRS) {
            assertEquals(signatures(pair.blocking()), signatures(pair.async()));
        }
        assertEquals(signatures(IncomingCall.class), signatures(AsyncIncomingCall.class));
    }

    private static Set<String> signatures(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .map(ContractTest::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    @Test
    void theContractSaysWhatMayBeRepeated() {
        Map<MethodDescriptor<?, ?>, Boolean> expected = Map.of(
                ChatServiceGrpc.getSendMessageMethod(), true,
                ChatServiceGrpc.getGetThreadMethod(), true,
                // The answer of the first try has secrets that a second one is not told.
                AdminServiceGrpc.getCreateResourceMethod(), false,
                AdminServiceGrpc.getRotateKeyMethod(), false,
                IdentityServiceGrpc.getIssueTokenMethod(), false,
                IdentityServiceGrpc.getIssueTenantUserTokenMethod(), false);
        expected.forEach(
                (method, may) -> assertEquals(may, Traits.of(method).repeatable(), method.getFullMethodName()));
    }

    @Test
    void aKeyIsMadeWhereThereIsNone() {
        Traits traits = Traits.of(ChatServiceGrpc.getSendMessageMethod());
        SendMessageRequest bare =
                SendMessageRequest.newBuilder().setContent("text").build();
        assertFalse(traits.withKey(bare).getIdempotencyKey().isEmpty());
        SendMessageRequest keyed = bare.toBuilder().setIdempotencyKey("mine").build();
        assertEquals(keyed, traits.withKey(keyed));
    }

    @Test
    void oneVersion() throws IOException {
        String version = Files.readString(Path.of("../../VERSION")).strip();
        assertEquals(version, ParleyClient.version());
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" + version + "</version>\n  <packaging>"));
    }

    @Test
    void nothingOfOthersIsGenerated() throws IOException {
        try (var files = Files.walk(Path.of("src/generated/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTrue(file.startsWith("src/generated/java/io/github/parleyinterop"), file.toString());
                String text = Files.readString(file);
                assertFalse(text.contains("buf.validate") || text.contains("com.google.api."), file.toString());
            }
        }
    }
}

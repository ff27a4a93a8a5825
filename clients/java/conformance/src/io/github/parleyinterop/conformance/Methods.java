package io.github.parleyinterop.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Message;
import io.github.parleyinterop.Pages;
import io.github.parleyinterop.ParleyClient;
import io.github.parleyinterop.admin.v1.AdminServiceGrpc;
import io.github.parleyinterop.call.v1.CallServiceGrpc;
import io.github.parleyinterop.chat.v1.ChatServiceGrpc;
import io.github.parleyinterop.directory.v1.DirectoryServiceGrpc;
import io.github.parleyinterop.identity.v1.IdentityServiceGrpc;
import io.github.parleyinterop.policy.v1.PolicyServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The methods of the contract by their names in the protocol. */
final class Methods {
    private static final Map<String, ServiceDescriptor> SERVICES = Map.of(
            "chat", ChatServiceGrpc.getServiceDescriptor(),
            "call", CallServiceGrpc.getServiceDescriptor(),
            "policy", PolicyServiceGrpc.getServiceDescriptor(),
            "identity", IdentityServiceGrpc.getServiceDescriptor(),
            "directory", DirectoryServiceGrpc.getServiceDescriptor(),
            "admin", AdminServiceGrpc.getServiceDescriptor());
    private static final Map<String, Function<ParleyClient, Object>> CLIENTS = Map.of(
            "chat", ParleyClient::chat,
            "call", ParleyClient::calls,
            "policy", ParleyClient::policy,
            "identity", ParleyClient::identity,
            "directory", ParleyClient::directory,
            "admin", ParleyClient::admin);

    private Methods() {}

    /** Calls a method through the function of the layer that all unary methods go through. */
    static Message call(ParleyClient client, Command c) {
        @SuppressWarnings("unchecked") // All methods of the contract take and give messages.
        MethodDescriptor<Message, Message> method = (MethodDescriptor<Message, Message>) named(c.text("method"));
        return client.call(method, request(method, c));
    }

    /** Lists through the method of the layer that returns pages. */
    static List<JsonElement> list(ParleyClient client, Command c) {
        MethodDescriptor<?, ?> method = named(c.text("method"));
        Object service = CLIENTS.get(c.text("method").split("\\.")[0]).apply(client);
        String name = method.getBareMethodName();
        Message request = request(method, c);
        try {
            Pages<?> pages = (Pages<?>) service.getClass()
                    .getMethod(Character.toLowerCase(name.charAt(0)) + name.substring(1), request.getClass())
                    .invoke(service, request);
            return pages.stream()
                    .limit(c.number("limit", Long.MAX_VALUE))
                    .map(Methods::json)
                    .toList();
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new Driver.ProtocolMistake("cannot list " + name + ": " + e);
        }
    }

    private static JsonElement json(Object item) {
        return item instanceof Message message ? Json.of(message) : new JsonPrimitive((String) item);
    }

    private static Message request(MethodDescriptor<?, ?> method, Command c) {
        var marshaller = (MethodDescriptor.PrototypeMarshaller<?>) method.getRequestMarshaller();
        return c.message("request", (Message) marshaller.getMessagePrototype());
    }

    private static MethodDescriptor<?, ?> named(String name) {
        String[] parts = name.split("\\.", 2);
        List<MethodDescriptor<?, ?>> methods = new ArrayList<>();
        if (SERVICES.containsKey(parts[0])) {
            methods.addAll(SERVICES.get(parts[0]).getMethods());
        }
        return methods.stream()
                .filter(method -> method.getBareMethodName().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> new Driver.ProtocolMistake("no such method: " + name));
    }
}

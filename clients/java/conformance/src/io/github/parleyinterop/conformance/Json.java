package io.github.parleyinterop.conformance;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.ErrorDetailsProto;
import java.util.Map;

/** The JSON form of messages and of lines. */
final class Json {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final TypeRegistry DETAILS = TypeRegistry.newBuilder()
            .add(ErrorDetailsProto.getDescriptor().getMessageTypes())
            .build();
    private static final JsonFormat.Printer PRINTER = JsonFormat.printer().usingTypeRegistry(DETAILS);

    private Json() {}

    static JsonElement of(Message message) {
        try {
            return JsonParser.parseString(PRINTER.print(message));
        } catch (InvalidProtocolBufferException e) {
            throw new Driver.ProtocolMistake("no JSON form: " + e.getMessage());
        }
    }

    static <M extends Message> M message(JsonElement json, M type) {
        Message.Builder builder = type.newBuilderForType();
        try {
            JsonFormat.parser().merge(json.toString(), builder);
        } catch (InvalidProtocolBufferException e) {
            throw new Driver.ProtocolMistake("no " + type.getDescriptorForType().getName() + ": " + e.getMessage());
        }
        @SuppressWarnings("unchecked") // A builder makes what it was made from.
        M message = (M) builder.build();
        return message;
    }

    static String write(Map<String, Object> line) {
        return GSON.toJson(line);
    }
}

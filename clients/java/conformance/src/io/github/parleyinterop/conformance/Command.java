package io.github.parleyinterop.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;

/** One line of the runner, or an object within it. */
record Command(JsonObject fields) {
    static Command read(String line) {
        return new Command(JsonParser.parseString(line).getAsJsonObject());
    }

    long id() {
        return number("id", 0);
    }

    boolean has(String name) {
        return fields.has(name) && !fields.get(name).isJsonNull();
    }

    String text(String name) {
        return has(name) ? fields.get(name).getAsString() : "";
    }

    long number(String name, long absent) {
        return has(name) ? fields.get(name).getAsLong() : absent;
    }

    Command object(String name) {
        return new Command(has(name) ? fields.getAsJsonObject(name) : new JsonObject());
    }

    <M extends Message> M message(String name, M type) {
        return Json.message(has(name) ? fields.get(name) : new JsonObject(), type);
    }

    <M extends Message> List<M> messages(String name, M type) {
        List<M> messages = new ArrayList<>();
        for (JsonElement one : fields.getAsJsonArray(name)) {
            messages.add(Json.message(one, type));
        }
        return messages;
    }
}

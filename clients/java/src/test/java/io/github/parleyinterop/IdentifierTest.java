package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.parleyinterop.conformance.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("fast")
class IdentifierTest {
    private static Stream<JsonObject> vectors(String group) throws IOException {
        String text = Files.readString(Path.of("../conformance/testdata/identifiers.json"));
        JsonElement vectors = JsonParser.parseString(text).getAsJsonObject().get(group);
        return StreamSupport.stream(vectors.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    @TestFactory
    Stream<DynamicTest> valid() throws IOException {
        return vectors("valid")
                .map(vector -> DynamicTest.dynamicTest(vector.get("name").getAsString(), () -> {
                    String rawId = vector.get("raw_id").getAsString();
                    Map<String, Object> read = Identifiers.describe(rawId);
                    JsonElement printed = vector.has("printed") ? vector.get("printed") : vector.get("raw_id");
                    assertEquals(printed.getAsString(), read.remove("raw_id"));
                    for (String key : vector.keySet()) {
                        if (!key.equals("name") && !key.equals("raw_id") && !key.equals("printed")) {
                            assertEquals(vector.get(key).getAsString(), String.valueOf(read.remove(key)), key);
                        }
                    }
                    assertEquals(Map.of(), read);
                    assertEquals(Identifier.parse(rawId), Identifier.parse(printed.getAsString()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> unknown() throws IOException {
        return vectors("unknown")
                .map(vector -> DynamicTest.dynamicTest(vector.get("name").getAsString(), () -> {
                    String rawId = vector.get("raw_id").getAsString();
                    assertEquals(new Identifier.Unknown(rawId), Identifier.parse(rawId));
                }));
    }

    @TestFactory
    Stream<DynamicTest> malformed() throws IOException {
        return vectors("malformed")
                .map(vector -> DynamicTest.dynamicTest(
                        vector.get("name").getAsString(),
                        () -> assertThrows(
                                InvalidIdentifierException.class,
                                () -> Identifier.parse(vector.get("raw_id").getAsString()))));
    }
}

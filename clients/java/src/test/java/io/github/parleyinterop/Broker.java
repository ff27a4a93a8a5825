package io.github.parleyinterop;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The real broker, as a program of its own. */
final class Broker implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty("parley.broker", "../../bin/parley"))
            .toAbsolutePath()
            .normalize();

    private final Path data;
    private final List<String> flags;
    private Process process;
    private String address;

    private Broker(Path data, List<String> flags) {
        this.data = data;
        this.flags = flags;
    }

    static Broker start(Path data, String... flags) throws IOException {
        Broker broker = new Broker(data, List.of(flags));
        broker.launch("127.0.0.1:0");
        return broker;
    }

    private void launch(String listen) throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IOException(
                    "there is no broker at " + PROGRAM + ": run make build in the root of the repository");
        }
        List<String> command = new ArrayList<>(
                List.of(PROGRAM.toString(), "serve", "--listen", listen, "--data-dir", data.toString()));
        command.addAll(flags);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        String first = out.readLine();
        if (first == null || !first.startsWith("Parley serves gRPC on ")) {
            throw new IOException("the broker " + Arrays.toString(command.toArray()) + " says: " + first);
        }
        address = first.substring("Parley serves gRPC on ".length()).split("[ ,]")[0];
        Thread drain = new Thread(() -> out.lines().forEach(line -> {}));
        drain.setDaemon(true);
        drain.start();
    }

    /** Kills the broker as a power failure would, and starts it again at the same address. */
    void restart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        launch(address);
    }

    String address() {
        return address;
    }

    String credential(String name) {
        return credentials().get(name).getAsString();
    }

    String resourceKey() {
        return credentials().getAsJsonArray("resource_keys").get(0).getAsString();
    }

    private JsonObject credentials() {
        try {
            return JsonParser.parseString(Files.readString(data.resolve("credentials.json")))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

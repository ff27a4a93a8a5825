package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs every example in the README and in the javadoc against the broker. */
@Timeout(120)
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path SOURCES = Path.of("src/main/java/io/github/parleyinterop");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* \\}</pre>", Pattern.DOTALL);

    private record Fragment(String name, String code) {}

    private static List<Fragment> fragments(String name, String text, Pattern pattern) {
        List<Fragment> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Fragment(name + " " + (found.size() + 1), matcher.group(1)));
        }
        return found;
    }

    private static List<Fragment> readme() throws IOException {
        return fragments("README", Files.readString(README), BLOCK);
    }

    private static List<Fragment> javadoc() throws IOException {
        List<Fragment> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.sorted().toList()) {
                for (Fragment fragment : fragments(file.getFileName().toString(), Files.readString(file), JAVADOC)) {
                    found.add(new Fragment(fragment.name(), fragment.code().replaceAll("(?m)^ *\\* ?", "")));
                }
            }
        }
        return found;
    }

    @TestFactory
    Stream<DynamicTest> fragments(@TempDir Path folder) throws IOException {
        List<Fragment> all = new ArrayList<>(javadoc());
        readme().stream().filter(f -> !f.code().contains("class Hello")).forEach(all::add);
        assertTrue(all.size() > 12, "there are examples");
        return all.stream().map(f -> DynamicTest.dynamicTest(f.name(), () -> run(f, folder)));
    }

    private static void run(Fragment fragment, Path folder) throws Exception {
        Path own = Files.createTempDirectory(folder, "example");
        Path source = own.resolve("Fragment.java");
        Files.writeString(source, """
                import io.github.parleyinterop.*;
                import io.github.parleyinterop.call.v1.*;
                import io.github.parleyinterop.chat.v1.*;
                import io.github.parleyinterop.directory.v1.TenantUser;
                import io.github.parleyinterop.type.v1.Scope;
                import java.time.*;
                import java.util.*;
                import java.util.concurrent.*;
                public class Fragment extends Example {
                    @Override public void run() throws Exception {
                %s
                    }
                }
                """.formatted(fragment.code()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        boolean compiled = compiler.getTask(
                        errors,
                        null,
                        null,
                        List.of("-cp", System.getProperty("java.class.path"), "-d", own.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        assertTrue(compiled, errors + fragment.code());
        try (URLClassLoader loader = new URLClassLoader(new URL[] {own.toUri().toURL()})) {
            Example example = (Example)
                    loader.loadClass("Fragment").getDeclaredConstructor().newInstance();
            example.prepare(World.shared());
            assertTimeoutPreemptively(Duration.ofSeconds(30), example::run);
        }
    }

    @Test
    void theFirstProgramRunsAsItStands(@TempDir Path folder) throws Exception {
        String program = readme().get(0).code();
        assertTrue(program.lines().count() < 25, "the first program has under 25 lines");
        World world = World.shared();
        Path source = folder.resolve("Hello.java");
        Files.writeString(source, program.replace("localhost:7755", world.broker.address()));
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
        java.environment().put("PARLEY_KEY", world.broker.resourceKey());
        Process process = java.redirectErrorStream(true).start();
        assertEquals(
                "Anna: The roof leaks.", new String(process.getInputStream().readAllBytes()).strip());
        assertEquals(0, process.waitFor());
    }

    @Test
    void theReadmeNamesThisVersion() throws IOException {
        assertTrue(Files.readString(README).contains("<version>" + ParleyClient.version() + "</version>"));
    }
}

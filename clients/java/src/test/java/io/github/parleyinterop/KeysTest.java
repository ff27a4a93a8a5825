package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class KeysTest {
    @Test
    void aKeyIsAUuidOfVersion7() {
        long before = System.currentTimeMillis();
        for (int i = 0; i < 1000; i++) {
            String key = Keys.next();
            UUID parsed = UUID.fromString(key);
            assertEquals(key, parsed.toString());
            assertEquals(7, parsed.version(), key);
            assertEquals(2, parsed.variant(), key);
            long time = parsed.getMostSignificantBits() >>> 16;
            assertTrue(before <= time && time <= System.currentTimeMillis(), key);
        }
    }

    @Test
    void laterKeysSortLater() {
        for (int i = 0; i < 100; i++) {
            List<String> keys = LongStream.of(0, 1, 0xffff, 0x10000, 1_800_000_000_000L, 1_800_000_000_001L)
                    .mapToObj(Keys::at)
                    .toList();
            assertEquals(keys.stream().sorted().toList(), keys);
        }
    }

    @Test
    void noTwoKeysAreEqual() {
        assertEquals(
                10_000,
                IntStream.range(0, 10_000)
                        .mapToObj(i -> Keys.at(1))
                        .collect(Collectors.toSet())
                        .size());
    }
}

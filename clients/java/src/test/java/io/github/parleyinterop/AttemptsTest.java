package io.github.parleyinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import io.grpc.Deadline;
import io.grpc.Status;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class AttemptsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** A failure after which the broker asks for a pause of 7 s. */
    private static final ParleyException DRAINING = Failure.read(com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.UNAVAILABLE.value())
            .addDetails(Any.pack(RetryInfo.newBuilder()
                    .setRetryDelay(Duration.newBuilder().setSeconds(7))
                    .build()))
            .build());

    private static long firstDelay(Deadline deadline) {
        return new Attempts(RetryPolicy.DEFAULT, true, deadline).delayAfter(DRAINING, null, "");
    }

    @Test
    void aDelayIsAtRandomOnTopOfWhatTheBrokerAsksFor() {
        long[] delays = LongStream.range(0, 200).map(i -> firstDelay(null)).toArray();
        assertTrue(LongStream.of(delays).allMatch(delay -> 7 * SECOND <= delay && delay <= 7 * SECOND + SECOND / 10));
        assertTrue(LongStream.of(delays).distinct().count() > 100);
    }

    @Test
    void thereIsNoTryAfterTheDeadline() {
        assertEquals(-1, firstDelay(Deadline.after(5, TimeUnit.SECONDS)));
    }
}

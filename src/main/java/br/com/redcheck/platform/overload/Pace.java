package br.com.redcheck.platform.overload;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/** How fast a body comes. Only the time counts in which we wait for it: what we do with the bytes ourselves is not the sender's fault. */
final class Pace {
    private final long bytesPerSecond;
    private final Duration grace;
    private long waited;
    private long bytes;

    /**
     * @param slowest that may come each second, on average
     * @param grace how long, all in all, is waited before that is asked
     */
    Pace(DataSize slowest, Duration grace) {
        this.bytesPerSecond = slowest.toBytes();
        this.grace = grace;
    }

    /**
     * Counts bytes that have come.
     *
     * @param nanos how long we have waited for them
     * @throws IOException if they come too slowly
     */
    void count(long more, long nanos) throws IOException {
        bytes += more;
        waited += nanos;
        if (tooSlow()) {
            throw new IOException("slower than " + bytesPerSecond + " bytes a second");
        }
    }

    boolean tooSlow() {
        return waited > grace.toNanos() && bytes < bytesPerSecond * TimeUnit.NANOSECONDS.toSeconds(waited);
    }
}

package br.com.redcheck.platform.overload;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The part of the heap that images may fill, for all that are worked on at once. Whoever reads one takes its share before the memory
 * is taken; there is no waiting here, so that nobody holds a share while waiting for more of it.
 */
@Component
public final class MemoryBudget {
    /** What the application and two networks at work were seen to need beside images. */
    private static final long APPLICATION = 448L << 20;

    /** Of a heap that is smaller than it should be. */
    private static final double AT_LEAST = 0.25;

    private final long bytes;
    private long taken;

    @Autowired
    MemoryBudget() {
        this(ofHeap(Runtime.getRuntime().maxMemory()));
    }

    /** @param bytes that all together may take */
    public MemoryBudget(long bytes) {
        this.bytes = bytes;
    }

    /** What is left for images of a heap of so many bytes. */
    static long ofHeap(long heap) {
        return Math.max((long) (heap * AT_LEAST), heap - APPLICATION);
    }

    /** A share for one piece of work, of nothing yet. */
    public Share share() {
        return new Share();
    }

    private synchronized void take(long more) {
        if (taken + more > bytes) {
            throw new TooBusy(Duration.ZERO);
        }
        taken += more;
    }

    private synchronized void giveBack(long own) {
        taken -= own;
    }

    /** What one piece of work has taken until it is closed. For one thread. */
    public final class Share implements AutoCloseable {
        private long own;

        private Share() {}

        /**
         * Takes more.
         *
         * @throws MoreThanMemory if this piece of work would not fit even if nothing else were being done
         * @throws TooBusy if others have taken too much; this piece of work is to be begun again later
         */
        public void grow(long more) {
            if (own + more > bytes) {
                throw new MoreThanMemory(bytes);
            }
            take(more);
            own += more;
        }

        @Override
        public void close() {
            giveBack(own);
            own = 0;
        }
    }
}

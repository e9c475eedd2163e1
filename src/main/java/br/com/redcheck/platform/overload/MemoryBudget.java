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
    private static final double PART_OF_HEAP = 0.8;

    private final long bytes;
    private long taken;

    @Autowired
    MemoryBudget() {
        this((long) (Runtime.getRuntime().maxMemory() * PART_OF_HEAP));
    }

    /** @param bytes that all together may take */
    public MemoryBudget(long bytes) {
        this.bytes = bytes;
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

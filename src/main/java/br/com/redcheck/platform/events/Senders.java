package br.com.redcheck.platform.events;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads that tell pages what is new, and may wait there for a slow browser: so many at once, and no more. */
final class Senders {
    /** How many browsers may be slow at the same time before the news of others wait for them. */
    private static final int MOST_AT_ONCE = 64;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons());

    /** Takes a place, if there is one. */
    boolean enter() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }

    /** Does something in a place that was taken; to be left at its end. */
    void send(Runnable work) {
        threads.execute(work);
    }

    /** Whether nobody is being told anything. */
    boolean isQuiet() {
        return places.availablePermits() == MOST_AT_ONCE;
    }

    private static CustomizableThreadFactory daemons() {
        CustomizableThreadFactory daemons = new CustomizableThreadFactory("event-stream-");
        daemons.setDaemon(true);
        return daemons;
    }
}

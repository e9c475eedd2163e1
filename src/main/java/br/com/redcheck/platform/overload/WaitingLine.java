package br.com.redcheck.platform.overload;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A line in which everybody waits for one of some places, and nobody for longer than a set time. One account takes no more than its
 * share: what it asks for beyond that waits behind its own, not before others.
 */
final class WaitingLine {
    private final Semaphore places;
    private final int share;
    private final Duration longestWait;

    /** Of each account that has or awaits a place; nobody else is kept here. */
    private final Map<String, Share> shares = new ConcurrentHashMap<>();

    /**
     * @param places for everybody
     * @param share of them for one account
     * @param longestWait zero to be let in at once or not at all
     */
    WaitingLine(int places, int share, Duration longestWait) {
        this.places = new Semaphore(places, true);
        this.share = share;
        this.longestWait = longestWait;
    }

    /**
     * Waits for a place.
     *
     * @param who the account, or another name for who shares a share
     * @throws TooBusy if none becomes free in time
     */
    Place enter(String who) {
        long deadline = System.nanoTime() + longestWait.toNanos();
        Share own = shares.compute(who, (name, known) -> (known == null ? new Share(share) : known).joined());
        if (!taken(own.places, deadline)) {
            leave(who);
            throw new TooBusy(longestWait);
        }
        if (!taken(places, deadline)) {
            own.places.release();
            leave(who);
            throw new TooBusy(longestWait);
        }
        return new Place(() -> {
            places.release();
            own.places.release();
            leave(who);
        });
    }

    private static boolean taken(Semaphore from, long deadline) {
        try {
            return from.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(String who) {
        shares.computeIfPresent(who, (name, known) -> known.left() ? null : known);
    }

    /** How many accounts have or await a place. */
    int accounts() {
        return shares.size();
    }

    /** A place that is taken until it is closed. */
    static final class Place implements AutoCloseable {
        private final Runnable giveBack;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Place(Runnable giveBack) {
            this.giveBack = giveBack;
        }

        /** Gives it back; a second time changes nothing. */
        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                giveBack.run();
            }
        }
    }

    /** What one account may have, and how many of its requests have or await it; changed by the map alone. */
    private static final class Share {
        private final Semaphore places;
        private int users;

        Share(int places) {
            this.places = new Semaphore(places, true);
        }

        Share joined() {
            users++;
            return this;
        }

        /** One goes; answers whether that was the last. */
        boolean left() {
            users--;
            return users == 0;
        }
    }
}

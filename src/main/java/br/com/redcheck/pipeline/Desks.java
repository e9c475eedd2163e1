package br.com.redcheck.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the steps of each kind are run in this process. */
@Component
class Desks {
    /** How soon a ticket comes back that found no room. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** They come back one by one, so that thousands do not keep the database busy with asking, … */
    private static final Duration APART = Duration.ofMillis(500);

    /** … but each after such a time: it may hold a step since before a crash. */
    private static final Duration LATEST = Duration.ofMinutes(1);

    private final ObjectProvider<Step> known;
    private volatile Map<String, Desk> desks = Map.of();

    /** @param known asked late, for steps put further steps into the pipeline */
    Desks(ObjectProvider<Step> known) {
        this.known = known;
    }

    Stream<Step> all() {
        return known.stream();
    }

    Desk of(String kind) {
        return find(kind).orElseThrow();
    }

    /** When a ticket is to be drawn for a step that may be run from {@code now} on: later where all room is taken. */
    Instant whenToCome(String kind, Instant now) {
        return find(kind).filter(Desk::full).map(desk -> desk.turnAway(now)).orElse(now);
    }

    /** Another step may be run. Answers whether there is room for it. */
    boolean arrived(String kind) {
        Optional<Desk> desk = find(kind);
        desk.ifPresent(found -> found.arrivals.incrementAndGet());
        return desk.filter(found -> !found.full()).isPresent();
    }

    private Optional<Desk> find(String kind) {
        if (desks.isEmpty()) {
            desks = known.stream().collect(Collectors.toUnmodifiableMap(Step::kind, Desk::new));
        }
        return Optional.ofNullable(desks.get(kind));
    }

    /** Room for some steps of one kind at once. */
    static final class Desk {
        private final Step step;
        private final Semaphore room;
        private final AtomicLong arrivals = new AtomicLong();
        private Instant lastTurnedAway = Instant.EPOCH;

        Desk(Step step) {
            this.step = step;
            this.room = new Semaphore(step.atOnce());
        }

        Step step() {
            return step;
        }

        boolean enter() {
            return room.tryAcquire();
        }

        void leave() {
            room.release();
        }

        private boolean full() {
            return room.availablePermits() == 0;
        }

        /** How many steps have arrived since the process began: another number than before says that there is something to do. */
        long arrivals() {
            return arrivals.get();
        }

        /** When a ticket may come back for which there is no room. */
        synchronized Instant turnAway(Instant now) {
            Instant next = Collections.max(List.of(now.plus(SOON), lastTurnedAway.plus(APART)));
            lastTurnedAway = Collections.min(List.of(now.plus(LATEST), next));
            return lastTurnedAway;
        }
    }
}

package br.com.redcheck.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs the steps that tickets are drawn for. */
@Component
class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    /** After so many beginnings a step has failed for good; one that kills the application counts too. */
    private static final int TRIES = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int GROWTH = 3;

    /** How soon a ticket comes back that found no room, or whose step another ticket runs. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Those that found no room come back one by one, so that thousands do not keep the database busy with asking. */
    private static final Duration APART = Duration.ofMillis(20);

    private final ObjectProvider<Step> known;
    private final StepRows rows;
    private final Clock clock;
    private volatile Map<String, Desk> desks = Map.of();

    /** @param known asked late, for steps put further steps into the pipeline */
    StepRunner(ObjectProvider<Step> known, StepRows rows, Clock clock) {
        this.known = known;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Runs the step whose turn it is.
     *
     * @return when to draw this ticket again; empty when it has served
     */
    Optional<Instant> run(String ticket) {
        Desk desk = desk(Tickets.kindOf(ticket));
        if (!desk.room.tryAcquire()) {
            return Optional.of(desk.turnAway(clock.instant().plus(SOON)));
        }
        try {
            Optional<ClaimedStep> claimed = rows.claim(desk.step.kind(), ticket, clock.instant());
            claimed.ifPresent(step -> run(desk.step, step));
            return next(ticket, claimed.isPresent() ? Duration.ZERO : SOON);
        } finally {
            desk.room.release();
        }
    }

    private void run(Step step, ClaimedStep claimed) {
        if (claimed.tries() > TRIES) {
            giveUp(step, claimed, "ended with the application");
            return;
        }
        try {
            step.run(claimed.owner(), claimed.subject());
        } catch (RuntimeException
                | Error failure) { // whatever it is, it must not be lost, and is told to the administrator
            failed(step, claimed, failure);
            return;
        }
        rows.done(claimed.owner(), claimed.id());
    }

    private void failed(Step step, ClaimedStep claimed, Throwable failure) {
        LOG.warn(
                "{} {} failed at try {}: {}",
                step.kind(),
                claimed.subject(),
                claimed.tries(),
                failure.getClass().getName());
        if (claimed.tries() == TRIES) {
            giveUp(step, claimed, failure.getClass().getName());
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, claimed.tries() - 1));
            rows.postpone(claimed.owner(), claimed.id(), clock.instant().plus(pause));
        }
    }

    private void giveUp(Step step, ClaimedStep claimed, String failure) {
        step.failed(claimed.owner(), claimed.subject());
        rows.park(claimed.owner(), claimed.id(), failure, clock.instant());
    }

    /** A ticket stays until its own step is done, by whatever ticket. */
    private Optional<Instant> next(String ticket, Duration pause) {
        Instant earliest = clock.instant().plus(pause);
        return rows.due(Tickets.stepOf(ticket)).map(due -> due.isAfter(earliest) ? due : earliest);
    }

    private Desk desk(String kind) {
        if (desks.isEmpty()) {
            desks = known.stream().collect(Collectors.toUnmodifiableMap(Step::kind, Desk::new));
        }
        return Optional.ofNullable(desks.get(kind)).orElseThrow();
    }

    /** Where the steps of one kind are run, with room for some at once. */
    private static final class Desk {
        private final Step step;
        private final Semaphore room;
        private Instant lastTurnedAway = Instant.EPOCH;

        Desk(Step step) {
            this.step = step;
            this.room = new Semaphore(step.atOnce());
        }

        /** When a ticket may come back for which there is no room. */
        synchronized Instant turnAway(Instant earliest) {
            Instant next = lastTurnedAway.plus(APART);
            lastTurnedAway = next.isAfter(earliest) ? next : earliest;
            return lastTurnedAway;
        }
    }
}

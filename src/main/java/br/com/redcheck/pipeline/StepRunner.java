package br.com.redcheck.pipeline;

import br.com.redcheck.pipeline.Desks.Desk;
import br.com.redcheck.platform.OwnFault;
import br.com.redcheck.platform.overload.TooBusy;
import br.com.redcheck.vault.StoreAway;
import br.com.redcheck.vault.StoreMark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the steps that tickets are drawn for. */
@Component
class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    /** After so many tries a step that fails has failed for good. */
    private static final int TRIES = 6;

    /** An application that ends says little about the step it was at, until it has ended there so often that the step must be why. */
    private static final int ENDS = 20;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int GROWTH = 3;

    /** Of a failure, as many causes are logged. */
    private static final int MOST_CAUSES = 5;

    /** How soon a step comes back for which there was no memory, or no store; that was no try. */
    private static final Duration NO_ROOM = Duration.ofSeconds(5);

    /** How soon a ticket comes back that found nothing left to do. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** After so long no further step is begun with the same ticket: the process may be waiting to end. */
    private static final Duration SHIFT = Duration.ofSeconds(5);

    private final Desks desks;
    private final StepRows rows;
    private final StoreMark store;
    private final Clock clock;

    StepRunner(Desks desks, StepRows rows, StoreMark store, Clock clock) {
        this.desks = desks;
        this.rows = rows;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Runs the step whose turn it is, and the next, as long as there is one: each is a turn, so owners are served as fairly as by a
     * ticket for each step, and a queue costs no more than its steps. None is begun while the store of sealed blobs is away: what a
     * step reads or writes is there.
     *
     * @return when to draw this ticket again; empty when nobody needs it any more
     */
    Optional<Instant> run(String ticket) {
        Desk desk = desks.of(Tickets.kindOf(ticket));
        if (!store.fits() || !desk.enter()) {
            return Optional.of(desk.turnAway(clock.instant())); // it may hold a step since before a crash
        }
        try {
            return serve(desk, ticket);
        } finally {
            desk.leave();
        }
    }

    /** A ticket that has found something to do comes back: who came meanwhile and found no room has one that is drawn late. */
    private Optional<Instant> serve(Desk desk, String ticket) {
        Instant end = clock.instant().plus(SHIFT);
        boolean served = false;
        do {
            long arrivals = desk.arrivals();
            Optional<ClaimedStep> claimed = rows.claim(desk.step().kind(), ticket, clock.instant());
            if (claimed.isPresent()) {
                run(desk.step(), claimed.get());
                served = true;
            } else if (arrivals == desk.arrivals()) {
                Instant soon = clock.instant().plus(SOON);
                return served ? Optional.of(soon) : next(ticket, soon);
            }
        } while (clock.instant().isBefore(end) && store.fits());
        return Optional.of(end);
    }

    private void run(Step step, ClaimedStep claimed) {
        if (claimed.tries() > ENDS) {
            giveUp(step, claimed, "ended with the application");
            return;
        }
        try {
            step.run(claimed.owner(), claimed.subject());
        } catch (TooBusy | StoreAway passing) {
            rows.putBack(claimed.owner(), claimed.id(), clock.instant().plus(NO_ROOM));
            return;
        } catch (RuntimeException
                | Error failure) { // whatever it is, it must not be lost, and is told to the administrator
            failed(step, claimed, failure);
            return;
        }
        rows.done(claimed.owner(), step.kind(), claimed.id());
    }

    private void failed(Step step, ClaimedStep claimed, Throwable failure) {
        LOG.warn(
                "{} {} failed at try {}: {}",
                step.kind(),
                claimed.subject(),
                claimed.tries(),
                failure instanceof OwnFault ? failure.toString() : classes(failure));
        if (claimed.tries() >= TRIES) {
            giveUp(step, claimed, failure.getClass().getName());
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, claimed.tries() - 1));
            rows.postpone(claimed.owner(), claimed.id(), clock.instant().plus(pause));
        }
    }

    /** What failed, and what was behind it. The messages may hold something of a patient. */
    private static String classes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getName())
                .collect(Collectors.joining(" for "));
    }

    private void giveUp(Step step, ClaimedStep claimed, String failure) {
        step.failed(claimed.owner(), claimed.subject());
        rows.park(claimed.owner(), claimed.id(), failure, clock.instant());
    }

    /** A ticket stays until its own step is done, by whatever ticket. */
    private Optional<Instant> next(String ticket, Instant earliest) {
        return rows.due(Tickets.stepOf(ticket)).map(due -> due.isAfter(earliest) ? due : earliest);
    }
}

package br.com.redcheck.audit;

import br.com.redcheck.audit.Flaw.Kind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the chain from its first entry on, and remembers nothing but where it stands. */
final class ChainWalk {
    private final Map<LocalDate, ClosedDay> closed;
    private final Map<LocalDate, String> noted;

    private long number;
    private String hash = "";
    private @Nullable LocalDate day;
    private long entriesOfDay;
    private @Nullable ClosedDay last;
    private long daysClosed;

    /**
     * @param closed what is kept about the days that are over
     * @param noted anchors that were noted elsewhere, in hexadecimal digits
     */
    ChainWalk(Map<LocalDate, ClosedDay> closed, Map<LocalDate, String> noted) {
        this.closed = closed;
        this.noted = noted;
    }

    /** Goes on to the next entry; says what is wrong with it, or with the day that ends before it. */
    Optional<Flaw> next(AuditEntry entry) {
        if (entry.number() > number + 1) {
            return flaw(Kind.MISSING);
        }
        if (entry.number() <= number || !entry.previous().equals(hash)) {
            return flaw(Kind.OUT_OF_ORDER);
        }
        if (!entry.hash().equals(entry.expectedHash())) {
            return flaw(Kind.CHANGED);
        }
        Optional<Flaw> ofDay = entry.day().equals(day) ? Optional.empty() : begin(entry.day());
        number = entry.number();
        hash = entry.hash();
        entriesOfDay++;
        return ofDay;
    }

    /** Compares where the walk has ended with what is kept about the newest entry, and about days that it has not come by. */
    Optional<Flaw> end(long newestNumber, String newestHash) {
        if (number < newestNumber) {
            return flaw(Kind.TAIL_REMOVED);
        }
        if (number > newestNumber || !hash.equals(newestHash)) {
            return Optional.of(Flaw.at(Kind.HEAD_CHANGED, number));
        }
        for (LocalDate anchored : noted.keySet()) {
            if (!closed.containsKey(anchored)) {
                return Optional.of(Flaw.of(Kind.ANCHOR_DIFFERS, number, anchored));
            }
        }
        return daysClosed == closed.size() || day == null
                ? Optional.empty()
                : Optional.of(Flaw.of(Kind.DAY_CHANGED, number, day));
    }

    /** How far the chain holds. */
    long number() {
        return number;
    }

    /** The last day that is over. */
    Optional<ClosedDay> last() {
        return Optional.ofNullable(last);
    }

    private Optional<Flaw> begin(LocalDate next) {
        Optional<Flaw> flaw = day == null ? Optional.empty() : close(day);
        day = next;
        entriesOfDay = 0;
        return flaw;
    }

    private Optional<Flaw> close(LocalDate over) {
        ClosedDay expected = ClosedDay.after(last == null ? "" : last.anchor(), over, entriesOfDay, hash);
        if (!expected.equals(closed.get(over))) {
            return Optional.of(Flaw.of(Kind.DAY_CHANGED, number, over));
        }
        last = expected;
        daysClosed++;
        boolean asNoted = expected.anchor().equalsIgnoreCase(noted.getOrDefault(over, expected.anchor()));
        return asNoted ? Optional.empty() : Optional.of(Flaw.of(Kind.ANCHOR_DIFFERS, number, over));
    }

    private Optional<Flaw> flaw(Kind kind) {
        return Optional.of(Flaw.at(kind, number + 1));
    }
}

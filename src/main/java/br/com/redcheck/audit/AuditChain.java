package br.com.redcheck.audit;

import br.com.redcheck.account.Oversight;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole log. Entries stream by: however many there are, a few are in memory. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class AuditChain {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;
    private final Oversight oversight;

    AuditChain(JdbcClient database, Oversight oversight) {
        this.database = database;
        this.oversight = oversight;
    }

    /**
     * Follows the chain until it ends or does not hold, as it stands at this moment.
     *
     * @param noted anchors of days that were noted elsewhere, in hexadecimal digits
     */
    public Verdict verify(Map<LocalDate, String> noted) {
        oversight.assume();
        ChainWalk walk = new ChainWalk(closedDays(), noted);
        Optional<Flaw> flaw = Optional.empty();
        try (Stream<AuditEntry> entries = entries("true", Map.of())) {
            Iterator<AuditEntry> rest = entries.iterator();
            while (flaw.isEmpty() && rest.hasNext()) {
                flaw = walk.next(rest.next());
            }
        }
        Head head = head();
        return new Verdict(walk.number(), walk.last(), flaw.or(() -> walk.end(head.number(), head.hash())));
    }

    /** Where the log ends. */
    public Head head() {
        oversight.assume();
        return database.sql("select number, encode(hash, 'hex') as hash from audit_head")
                .query(Head.class)
                .single();
    }

    /** Whether the log ended there once. */
    public boolean has(Head former) {
        oversight.assume();
        return former.number() == 0
                || database.sql(
                                "select exists(select from audit_entry where number = :number and hash = decode(:hash, 'hex'))")
                        .param("number", former.number())
                        .param("hash", former.hash())
                        .query(Boolean.class)
                        .single();
    }

    /** Hands out the entries of some days, the first and the last included, in their order. */
    public void read(LocalDate from, LocalDate to, Consumer<AuditEntry> reader) {
        oversight.assume();
        try (Stream<AuditEntry> entries = entries("day between :from and :to", Map.of("from", from, "to", to))) {
            entries.forEach(reader);
        }
    }

    /** The newest entries before a number, newest first. */
    public List<AuditEntry> newest(long before, int count) {
        oversight.assume();
        return database.sql("select " + AuditEntry.COLUMNS + " from audit_entry where number < :before"
                        + " order by number desc limit :count")
                .param("before", before)
                .param("count", count)
                .query(AuditEntry.class)
                .list();
    }

    private Stream<AuditEntry> entries(String which, Map<String, ?> parameters) {
        return database
                .sql("select " + AuditEntry.COLUMNS + " from audit_entry where " + which + " order by number")
                .withFetchSize(AT_ONCE)
                .params(parameters)
                .query(AuditEntry.class)
                .stream();
    }

    private Map<LocalDate, ClosedDay> closedDays() {
        return database
                .sql("select day, entries, encode(last_hash, 'hex') as last_hash, encode(anchor, 'hex') as anchor"
                        + " from audit_day")
                .query(ClosedDay.class)
                .list()
                .stream()
                .collect(Collectors.toMap(ClosedDay::day, Function.identity()));
    }
}

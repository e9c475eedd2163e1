package br.com.redcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.Flaw.Kind;
import br.com.redcheck.platform.database.EveryRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What an intruder with the rights of the tables' owner does to the log is found; with the application's, it cannot be done. */
@JdbcTest
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({AuditLog.class, AuditChain.class, AuditChainIT.Time.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class AuditChainIT {
    private static final Instant MAY_FIRST = Instant.parse("2026-05-01T23:59:58Z");
    private static final int A_DAY = 5;

    @Autowired
    AuditLog log;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SetClock clock;

    private final OwnerId ana = OwnerId.random();

    @BeforeEach
    void threeDays() {
        meddle("delete from audit_entry");
        meddle("delete from audit_day");
        meddle("update audit_head set number = 0, hash = '', day = null");
        for (int day = 0; day < 3; day++) {
            clock.now = MAY_FIRST.plus(Duration.ofDays(day));
            for (int i = 0; i < A_DAY; i++) {
                record("test.done");
            }
        }
    }

    @Test
    void anUntouchedLogHolds() {
        Verdict verdict = chain.verify(Map.of());

        assertThat(verdict.flaw()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(3 * A_DAY);
        assertThat(verdict.anchored().orElseThrow().day()).isEqualTo(LocalDate.parse("2026-05-02"));
    }

    @Test
    void aChangedEntryIsFoundWhateverWasChanged() {
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "day = day + 1",
                "actor = gen_random_uuid()",
                "owner = null",
                "action = 'test.undone'",
                "subject = gen_random_uuid()",
                "hash = sha256('x')")) {
            threeDays();
            meddle("update audit_entry set " + change + " where number = 7");

            assertFlaw(Kind.CHANGED, 7);
        }
    }

    @Test
    void anEntryThatWasWrittenAnewBreaksTheOneBehind() {
        meddle("update audit_entry set action = 'test.undone' where number = 7");
        meddle("update audit_entry e set hash = audit_hash(e) where number = 7");

        assertFlaw(Kind.OUT_OF_ORDER, 8);
    }

    @Test
    void aRemovedEntryIsMissed() {
        meddle("delete from audit_entry where number = 7");

        assertFlaw(Kind.MISSING, 7);
    }

    @Test
    void theFirstEntryIsMissed() {
        meddle("delete from audit_entry where number = 1");

        assertFlaw(Kind.MISSING, 1);
    }

    @Test
    void aRemovedEntryIsNotHiddenByCountingAnew() {
        meddle("delete from audit_entry where number = 7");
        for (int number = 8; number <= 3 * A_DAY; number++) {
            meddle("update audit_entry set number = number - 1 where number = " + number);
        }

        assertFlaw(Kind.OUT_OF_ORDER, 7);
    }

    @Test
    void swappedEntriesAreFound() {
        meddle("update audit_entry set number = -number where number in (7, 8)");
        meddle("update audit_entry set number = 15 + number where number < 0");

        assertFlaw(Kind.OUT_OF_ORDER, 7);
    }

    @Test
    void aRemovedTailIsMissed() {
        meddle("delete from audit_entry where number > 12");

        assertFlaw(Kind.TAIL_REMOVED, 13);
    }

    @Test
    void anEmptiedLogIsMissed() {
        meddle("delete from audit_entry");

        assertFlaw(Kind.TAIL_REMOVED, 1);
    }

    @Test
    void aChangedHeadIsFound() {
        meddle("update audit_head set hash = sha256('x')");

        assertFlaw(Kind.HEAD_CHANGED, 15);
    }

    @Test
    void aChangedOrRemovedOrInventedDayIsFound() {
        for (String meddling : List.of(
                "update audit_day set entries = entries + 1 where day = '2026-05-01'",
                "update audit_day set anchor = sha256('x') where day = '2026-05-01'",
                "delete from audit_day where day = '2026-05-01'")) {
            threeDays();
            meddle(meddling);

            assertThat(chain.verify(Map.of()).flaw())
                    .contains(Flaw.of(Kind.DAY_CHANGED, A_DAY, LocalDate.parse("2026-05-01")));
        }
        threeDays();
        meddle("insert into audit_day values ('2026-04-01', 3, '', '')");
        assertThat(chain.verify(Map.of()).flaw().orElseThrow().kind()).isEqualTo(Kind.DAY_CHANGED);
    }

    @Test
    void aLogThatWasWrittenAnewAsAWholeDoesNotMeetAnAnchorNotedElsewhere() {
        ClosedDay noted = chain.verify(Map.of()).anchored().orElseThrow();
        Map<LocalDate, String> anchors = Map.of(noted.day(), noted.anchor());
        assertThat(chain.verify(anchors).flaw()).isEmpty();

        threeDays(); // the same deeds, of other subjects

        assertThat(chain.verify(Map.of()).flaw()).isEmpty();
        assertThat(chain.verify(anchors).flaw()).contains(Flaw.of(Kind.ANCHOR_DIFFERS, 2 * A_DAY, noted.day()));
    }

    @Test
    void aDayThatWasTakenOffWithItsAnchorIsMissed() {
        Map<LocalDate, String> anchors = Map.of(LocalDate.parse("2026-05-03"), "00");

        assertThat(chain.verify(anchors).flaw().orElseThrow().kind()).isEqualTo(Kind.ANCHOR_DIFFERS);
    }

    @Test
    void aClockThatGoesBackDoesNotReopenADay() {
        clock.now = MAY_FIRST;
        record("test.late");

        assertThat(chain.newest(Long.MAX_VALUE, 1).get(0).day()).isEqualTo(LocalDate.parse("2026-05-03"));
        assertThat(chain.verify(Map.of()).flaw()).isEmpty();
    }

    @Test
    void writersAtTheSameTimeMakeOneChainWithoutGaps() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> writing = () -> {
                for (int i = 0; i < 20; i++) {
                    int turn = i;
                    transaction.executeWithoutResult(status -> {
                        log.record(ana, "test.done", UUID.randomUUID());
                        if (turn % 3 == 0) {
                            status.setRollbackOnly();
                        }
                    });
                }
                return true;
            };
            for (Future<Boolean> written : writers.invokeAll(Collections.nCopies(8, writing))) {
                assertThat(written.get()).isTrue();
            }
        } finally {
            writers.shutdownNow();
        }

        Verdict verdict = chain.verify(Map.of());
        assertThat(verdict.flaw()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(3 * A_DAY + 8 * 13);
    }

    @Test
    void aRefusalIsKeptWithoutATransactionAndNeedsNoSecondConnectionWithinOne() {
        UUID subject = UUID.randomUUID();
        log.recordApart(ana, "test.refused", subject);
        log.recordApart(null, "test.stranger-refused", null);

        assertThat(log.of(ana, subject)).extracting(Deed::action).containsExactly("test.refused");
        assertThat(chain.newest(Long.MAX_VALUE, 1).get(0).owner()).isNull();
        assertThat(chain.verify(Map.of()).flaw()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        transaction.executeWithoutResult(status -> log.recordApart(ana, "test.refused", subject)));
    }

    @Test
    void aDeedIsRecordedOnlyInItsTransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> log.record(ana, "test.done", UUID.randomUUID()));
    }

    @Test
    void anOwnersDeedsAreNoOneElses() {
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(status -> log.record(ana, "test.done", subject));

        assertThat(log.of(ana, subject)).containsExactly(new Deed(clock.now, null, "test.done"));
        assertThat(log.of(OwnerId.random(), subject)).isEmpty();
    }

    @Test
    void theDatabaseRefusesToChangeTheLog() {
        for (String change : List.of(
                "update audit_entry set action = 'test.undone'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_day set entries = 0",
                "delete from audit_day")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> everyRow.sql(change).update());
        }
    }

    @Test
    void daysAreReadInTheirOrder() {
        List<Long> numbers = new ArrayList<>();

        chain.read(LocalDate.parse("2026-05-02"), LocalDate.parse("2026-05-03"), entry -> numbers.add(entry.number()));

        assertThat(numbers).containsExactly(6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
    }

    private void assertFlaw(Kind kind, long number) {
        assertThat(chain.verify(Map.of()).flaw()).contains(Flaw.at(kind, number));
    }

    private void record(String action) {
        transaction.executeWithoutResult(status -> log.record(ana, action, UUID.randomUUID()));
    }

    /** Changes what the database guards, as its owner can. */
    private void meddle(String change) {
        everyRow.sql("alter table audit_entry disable trigger user").update();
        everyRow.sql("alter table audit_day disable trigger user").update();
        everyRow.sql(change).update();
        everyRow.sql("alter table audit_entry enable trigger user").update();
        everyRow.sql("alter table audit_day enable trigger user").update();
    }

    static final class SetClock extends Clock {
        private Instant now = MAY_FIRST;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static class Time {
        @Bean
        SetClock clock() {
            return new SetClock();
        }
    }
}

package br.com.redcheck.patient.rights;

import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.patient.rights.RetentionRule.Overdue;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Service;

/** Takes away what has been kept for as long as it was to be. */
@Service
class Retention {
    /**
     * What a run would do.
     *
     * @param overdue how many things it would take away, at most a thousand at once
     */
    public record Outlook(String key, Period kept, int overdue) {}

    private final List<RetentionRule> rules;
    private final AuditLog audit;
    private final Clock clock;

    Retention(List<RetentionRule> rules, AuditLog audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at what is over and changes nothing. */
    List<Outlook> dryRun() {
        return rules.stream()
                .map(rule -> new Outlook(
                        rule.key(), rule.kept(), rule.overdue(before(rule)).size()))
                .toList();
    }

    /** May be done twice, and by several instances. */
    void run() {
        rules.forEach(this::run);
    }

    private void run(RetentionRule rule) {
        for (Overdue overdue : rule.overdue(before(rule))) {
            rule.apply(overdue.owner(), overdue.thing());
            audit.recordApart(overdue.owner(), "retention.applied", overdue.thing());
        }
    }

    private Instant before(RetentionRule rule) {
        return clock.instant().atOffset(ZoneOffset.UTC).minus(rule.kept()).toInstant();
    }
}

package br.com.redcheck.accreditation;

import br.com.redcheck.account.Oversight;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.Standing.Granted;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds of the last day of a licence, and writes down that it has passed. Each of both may be asked twice and happens once. */
@Component
class Renewals {
    /** So many days before the last one, from the nearest on. */
    private static final int[] REMINDERS = {7, 30, 60};

    private final Cases cases;
    private final CaseRegister register;
    private final CaseMail mail;
    private final BrasiliaCalendar calendar;
    private final Clock clock;
    private final Oversight oversight;

    Renewals(
            Cases cases,
            CaseRegister register,
            CaseMail mail,
            BrasiliaCalendar calendar,
            Clock clock,
            Oversight oversight) {
        this.cases = cases;
        this.register = register;
        this.mail = mail;
        this.calendar = calendar;
        this.clock = clock;
        this.oversight = oversight;
    }

    /** Whose licence has a last day within the next two months, or had one. */
    List<OwnerId> due() {
        LocalDate last = calendar.today().plusDays(REMINDERS[REMINDERS.length - 1]);
        return oversight.look(() -> cases.grantedUpTo(last)).stream()
                .map(AccreditationCase::owner)
                .toList();
    }

    /** Does what is due for one owner. */
    @Transactional
    void look(OwnerId owner) {
        AccreditationCase found = cases.lock(owner).orElseThrow(NoSuchCase::new);
        LocalDate until = found.kept().until();
        if (found.kept().kind() != Standing.Kind.GRANTED || until == null) {
            return;
        }
        if (calendar.today().isAfter(until)) {
            register.move(found, Step.EXPIRED, new Granted(until).expire(), null, null);
        } else if (found.renewalAskedAt().isEmpty()) {
            remind(found, until);
        }
    }

    /** After a pause of the server only the nearest reminder goes out, not all that were missed. */
    private void remind(AccreditationCase found, LocalDate until) {
        long left = ChronoUnit.DAYS.between(calendar.today(), until);
        OptionalInt nearest =
                IntStream.of(REMINDERS).filter(days -> left <= days).findFirst();
        if (nearest.isPresent() && cases.noteReminder(found, until, nearest.getAsInt(), clock.instant())) {
            mail.remind(found, until, (int) left);
        }
    }
}

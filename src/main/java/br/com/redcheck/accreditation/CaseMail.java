package br.com.redcheck.accreditation;

import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.PublicAddress;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells applicants by mail what has become of their case, in their language; a subject names nobody. */
@Component
class CaseMail {
    /** What applicants did themselves they know. */
    private static final Set<Step> UNTOLD =
            EnumSet.of(Step.REQUESTED, Step.ANSWERED, Step.ASKED_AGAIN, Step.RENEWAL_ASKED);

    private static final String PAGE = "/accreditation";

    private final Mailer mailer;
    private final Claims claims;
    private final PublicAddress address;

    CaseMail(Mailer mailer, Claims claims, PublicAddress address) {
        this.mailer = mailer;
        this.claims = claims;
        this.address = address;
    }

    /** Sends the mail of a step once the caller's transaction is committed. */
    void tell(AccreditationCase about, Step step, @Nullable LocalDate until, @Nullable String reason) {
        if (!UNTOLD.contains(step)) {
            send(about, "mail.accreditation." + step.key(), until, reason == null ? "" : reason + "\n\n");
        }
    }

    /** Reminds of the last day of a licence, so many days before it. */
    void remind(AccreditationCase about, LocalDate until, int days) {
        send(about, "mail.accreditation.reminder", until, days);
    }

    private void send(AccreditationCase about, String key, @Nullable LocalDate until, Object more) {
        String day = until == null ? "" : day(about, until);
        String page = address.of(PAGE).toString();
        claims.open(about)
                .ifPresent(
                        applicant -> mailer.send(applicant.email().address(), about.language(), key, page, day, more));
    }

    private static String day(AccreditationCase about, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(about.language())
                .format(day);
    }
}

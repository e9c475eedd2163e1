package br.com.redcheck.delivery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.report.NoSuchReport;
import br.com.redcheck.report.ReportId;
import br.com.redcheck.report.SignedReport;
import br.com.redcheck.report.SignedReports;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a doctor hands out a signed report, and what becomes of that. */
@Service
@Transactional
class Deliveries {
    private final LinkRows rows;
    private final TokenHash hash;
    private final SignedReports reports;
    private final DeliverySettings settings;
    private final LinkMail mail;
    private final AuditLog audit;
    private final Clock clock;

    Deliveries(
            LinkRows rows,
            TokenHash hash,
            SignedReports reports,
            DeliverySettings settings,
            LinkMail mail,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.hash = hash;
        this.reports = reports;
        this.settings = settings;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Mails a link. The token is in the sealed e-mail and nowhere else.
     *
     * @throws NoMailServer if e-mails reach nobody
     * @throws NoSuchReport if the exam has no such report that still holds
     */
    void mail(OwnerId owner, ExamId exam, ReportId report, EmailAddress to, Locale language, boolean download) {
        LinkToken token = LinkToken.forMail();
        UUID sent = mail.send(to, token, language, clock.instant().plus(settings.life()));
        add(owner, link(owner, exam, report, language, download, mail.seal(owner, to), sent), token);
    }

    /**
     * Makes a link for paper. What is returned is the only copy of its token.
     *
     * @throws NoSuchReport if the exam has no such report that still holds
     */
    Slip slip(OwnerId owner, ExamId exam, ReportId report, Locale language, boolean download) {
        LinkToken token = LinkToken.forPaper();
        ReportLink link = link(owner, exam, report, language, download, null, null);
        add(owner, link, token);
        return new Slip(
                token.grouped(),
                mail.door(),
                mail.page(token, language),
                language,
                mail.written(link.expiresAt(), language));
    }

    /**
     * Opens a link anew for as long as a new one, under the token that the patient has.
     *
     * @throws NoSuchLink if the exam has no such link, or it was revoked
     */
    void renew(OwnerId owner, ExamId exam, UUID id) {
        ReportLink link = locked(owner, exam, id);
        if (link.revokedAt() != null) {
            throw new NoSuchLink();
        }
        standing(owner, exam, link.report());
        rows.renew(owner, id, clock.instant().plus(settings.life()));
        audit.record(owner, "link.renewed", id);
    }

    /**
     * Ends a link for good, and with it the visits of whoever is in.
     *
     * @throws NoSuchLink if the exam has no such link
     */
    void revoke(OwnerId owner, ExamId exam, UUID id) {
        if (locked(owner, exam, id).revokedAt() == null) {
            rows.revoke(owner, id, clock.instant());
            audit.record(owner, "link.revoked", id);
        }
    }

    /** All links to the reports of an exam, the newest first. */
    @Transactional(readOnly = true)
    List<HandedOut> of(OwnerId owner, ExamId exam) {
        Instant now = clock.instant();
        return rows.ofExam(owner, exam).stream()
                .map(link -> new HandedOut(
                        link,
                        link.stateAtDoor(now, settings),
                        mail.recipient(owner, link),
                        Optional.ofNullable(link.mail()).flatMap(mail::state),
                        audit.of(owner, link.id())))
                .toList();
    }

    private void add(OwnerId owner, ReportLink link, LinkToken token) {
        rows.add(owner, link, hash.of(token));
        audit.record(owner, link.kind() == ReportLink.Kind.MAIL ? "link.mailed" : "link.printed", link.id());
    }

    private ReportLink link(
            OwnerId owner,
            ExamId exam,
            ReportId id,
            Locale language,
            boolean download,
            byte @Nullable [] recipient,
            @Nullable UUID sent) {
        SignedReport report = standing(owner, exam, id);
        Instant now = clock.instant();
        return new ReportLink(
                UUID.randomUUID(),
                id,
                exam,
                report.patient(),
                sent == null ? ReportLink.Kind.SLIP : ReportLink.Kind.MAIL,
                language,
                download,
                recipient,
                sent,
                now,
                now.plus(settings.life()),
                null,
                0,
                null,
                0);
    }

    private SignedReport standing(OwnerId owner, ExamId exam, ReportId id) {
        return reports.find(owner, id)
                .filter(report -> report.exam().equals(exam) && report.state() == SignedReport.State.VALID)
                .orElseThrow(NoSuchReport::new);
    }

    private ReportLink locked(OwnerId owner, ExamId exam, UUID id) {
        return rows.lock(owner, id).filter(link -> link.exam().equals(exam)).orElseThrow(NoSuchLink::new);
    }
}

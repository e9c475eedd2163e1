package br.com.redcheck.delivery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.report.ReportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code report_link}; every question but one names the owner. */
@Component
class LinkRows {
    private static final String WHERE = " where owner = :owner and id = :id";

    private final JdbcClient database;

    LinkRows(JdbcClient database) {
        this.database = database;
    }

    /** Whose link it is to which a token belongs. */
    record Found(OwnerId owner, UUID link) {}

    Optional<Found> find(byte[] tokenHash) {
        return database.sql("select owner, id from report_link_of(:hash)")
                .param("hash", tokenHash)
                .query((row, number) ->
                        new Found(new OwnerId(row.getObject("owner", UUID.class)), row.getObject("id", UUID.class)))
                .optional();
    }

    void add(OwnerId owner, ReportLink link, byte[] tokenHash) {
        database.sql("""
                        insert into report_link (id, owner, report_id, exam_id, patient_id, kind, token_hash, language, download,
                                                 recipient, mail, made_at, expires_at)
                        values (:id, :owner, :report, :exam, :patient, :kind, :hash, :language, :download,
                                :recipient, :mail, :made, :end)""")
                .param("id", link.id())
                .param("owner", owner.value())
                .param("report", link.report().value())
                .param("exam", link.exam().value())
                .param("patient", link.patient().value())
                .param("kind", link.kind().name())
                .param("hash", tokenHash)
                .param("language", link.language().toLanguageTag())
                .param("download", link.download())
                .param("recipient", link.recipient())
                .param("mail", link.mail())
                .param("made", link.madeAt().atOffset(ZoneOffset.UTC))
                .param("end", link.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ReportLink> find(OwnerId owner, UUID id) {
        return one(owner, id, "");
    }

    /** The same, which nobody else changes until the transaction ends. */
    Optional<ReportLink> lock(OwnerId owner, UUID id) {
        return one(owner, id, " for update");
    }

    /** The newest first. */
    List<ReportLink> ofExam(OwnerId owner, ExamId exam) {
        return database.sql(
                        "select * from report_link where owner = :owner and exam_id = :exam order by made_at desc, id")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query(LinkRows::link)
                .list();
    }

    /** Those to one report that nobody has revoked. */
    List<ReportLink> ofReport(OwnerId owner, ReportId report) {
        return database.sql("""
                        select * from report_link where owner = :owner and report_id = :report and revoked_at is null
                        order by made_at, id""")
                .param("owner", owner.value())
                .param("report", report.value())
                .query(LinkRows::link)
                .list();
    }

    void opened(OwnerId owner, UUID id, Instant at) {
        database.sql("update report_link set openings = openings + 1, opened_at = :at, wrong_proofs = 0" + WHERE)
                .param("owner", owner.value())
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void proofWasWrong(OwnerId owner, UUID id) {
        database.sql("update report_link set wrong_proofs = wrong_proofs + 1" + WHERE)
                .param("owner", owner.value())
                .param("id", id)
                .update();
    }

    /** Opens it anew until a moment, as if it had just been made. */
    void renew(OwnerId owner, UUID id, Instant until) {
        database.sql("update report_link set expires_at = :until, wrong_proofs = 0, openings = 0" + WHERE)
                .param("owner", owner.value())
                .param("id", id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void revoke(OwnerId owner, UUID id, Instant at) {
        database.sql("update report_link set revoked_at = :at" + WHERE)
                .param("owner", owner.value())
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of an owner's. */
    void revokeAll(OwnerId owner, Instant at) {
        database.sql("update report_link set revoked_at = :at where owner = :owner and revoked_at is null")
                .param("owner", owner.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<ReportLink> one(OwnerId owner, UUID id, String how) {
        return database.sql("select * from report_link" + WHERE + how)
                .param("owner", owner.value())
                .param("id", id)
                .query(LinkRows::link)
                .optional();
    }

    private static ReportLink link(ResultSet row, int number) throws SQLException {
        return new ReportLink(
                row.getObject("id", UUID.class),
                new ReportId(row.getObject("report_id", UUID.class)),
                new ExamId(row.getObject("exam_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                ReportLink.Kind.valueOf(row.getString("kind")),
                Locale.forLanguageTag(row.getString("language")),
                row.getBoolean("download"),
                row.getBytes("recipient"),
                row.getObject("mail", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                row.getInt("openings"),
                instant(row, "opened_at"),
                row.getInt("wrong_proofs"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

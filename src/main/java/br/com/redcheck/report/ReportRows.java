package br.com.redcheck.report;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.vault.BlobRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code signed_report} and {@code report_withdrawal}; every question names the owner. Rows are only ever added. */
@Component
class ReportRows {
    private static final String REPORTS = """
            select report.*, next.id as replaced_by, next.signed_at as replaced_at, withdrawal.at as withdrawn_at
            from signed_report report
            left join signed_report next on next.owner = report.owner and next.earlier = report.id and next.kind = 'REPLACEMENT'
            left join report_withdrawal withdrawal on withdrawal.owner = report.owner and withdrawal.report_id = report.id
            where report.owner = :owner""";

    /**
     * What a report says, as it stands in its columns.
     *
     * @param text sealed
     * @param identity sealed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed between column and vault, never compared
    record Sealed(byte[] text, byte[] identity, BlobRef pdf) {}

    private final JdbcClient database;

    ReportRows(JdbcClient database) {
        this.database = database;
    }

    void add(OwnerId owner, SignedReport report, Sealed sealed, VerificationToken token, UUID signer) {
        database.sql("""
                        insert into signed_report (id, owner, exam_id, patient_id, kind, earlier, language, text, identity, pdf, bytes,
                                                   sha256, token_hash, signed_at, signer, signer_name, signer_crm, certified)
                        values (:id, :owner, :exam, :patient, :kind, :earlier, :language, :text, :identity, :pdf, :bytes,
                                :sha256, :token, :at, :signer, :name, :crm, :certified)""")
                .param("id", report.id().value())
                .param("owner", owner.value())
                .param("exam", report.exam().value())
                .param("patient", report.patient().value())
                .param("kind", report.kind().name())
                .param(
                        "earlier",
                        report.earlier() == null ? null : report.earlier().value())
                .param("language", report.language().toLanguageTag())
                .param("text", sealed.text())
                .param("identity", sealed.identity())
                .param("pdf", sealed.pdf().id())
                .param("bytes", report.bytes())
                .param("sha256", HexFormat.of().parseHex(report.sha256()))
                .param("token", token.hash())
                .param("at", report.signedAt().atOffset(ZoneOffset.UTC))
                .param("signer", signer)
                .param("name", report.signerName())
                .param("crm", report.signerCrm())
                .param("certified", report.certified())
                .update();
    }

    void withdraw(OwnerId owner, ReportId report, UUID by, byte[] reason, Instant at) {
        database.sql("insert into report_withdrawal (report_id, owner, at, by, reason) values (?, ?, ?, ?, ?)")
                .params(report.value(), owner.value(), at.atOffset(ZoneOffset.UTC), by, reason)
                .update();
    }

    Optional<SignedReport> find(OwnerId owner, ReportId id) {
        return database.sql(REPORTS + " and report.id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .query(ReportRows::report)
                .optional();
    }

    /** In the order in which they were signed. */
    List<SignedReport> ofExam(OwnerId owner, ExamId exam) {
        return database.sql(REPORTS + " and report.exam_id = :exam order by report.signed_at, report.id")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query(ReportRows::report)
                .list();
    }

    Optional<Sealed> sealed(OwnerId owner, ReportId id) {
        return database.sql("select text, identity, pdf from signed_report where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .query((row, number) -> new Sealed(
                        row.getBytes("text"), row.getBytes("identity"), new BlobRef(row.getObject("pdf", UUID.class))))
                .optional();
    }

    private static SignedReport report(ResultSet row, int number) throws SQLException {
        return new SignedReport(
                new ReportId(row.getObject("id", UUID.class)),
                new ExamId(row.getObject("exam_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                reportId(row, "earlier"),
                Locale.forLanguageTag(row.getString("language")),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getLong("bytes"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getString("signer_name"),
                row.getString("signer_crm"),
                row.getBoolean("certified"),
                reportId(row, "replaced_by"),
                instant(row, "replaced_at"),
                instant(row, "withdrawn_at"));
    }

    private static @Nullable ReportId reportId(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new ReportId(id);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

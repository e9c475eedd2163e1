package br.com.redcheck.report;

import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers whoever holds a report and asks whether it is one. */
@Service
class Verification {
    private final JdbcClient database;

    Verification(JdbcClient database) {
        this.database = database;
    }

    /** Empty if no report has this token. */
    Optional<Verified> of(VerificationToken token) {
        return database.sql("select * from verified_report(?)")
                .param(token.hash())
                .query((row, number) -> new Verified(
                        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                        row.getString("signer_name"),
                        row.getString("signer_crm"),
                        row.getBoolean("certified"),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        ReportRows.instant(row, "replaced_at"),
                        ReportRows.instant(row, "withdrawn_at")))
                .optional();
    }
}

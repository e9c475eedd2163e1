package br.com.redcheck.patient.consent;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code consent_step} and {@code consent_version}; every question about a patient names the owner. */
@Component
class ConsentRows {
    private final JdbcClient database;

    ConsentRows(JdbcClient database) {
        this.database = database;
    }

    /** The texts to which one may agree now, the newest first: the last that asked anew, and those after it. */
    List<LocalDate> versions() {
        return database.sql("""
                        select version from consent_version
                        where version >= (select max(version) from consent_version where asks_anew)
                        order by version desc""").query(LocalDate.class).list();
    }

    /** Whether there was ever such a text. */
    boolean known(LocalDate version) {
        return database.sql("select exists (select from consent_version where version = :version)")
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends, nobody else writes about this patient; false if the owner has none of this id. */
    boolean lock(OwnerId owner, PatientId patient) {
        return database.sql("select id from patient where owner = :owner and id = :patient for update")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void add(OwnerId owner, PatientId patient, ConsentStep step) {
        database.sql("""
                        insert into consent_step (owner, patient_id, purpose, given, version, way, paper, at)
                        values (:owner, :patient, :purpose, :given, :version, :way, :paper, :at)""")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .param("purpose", step.purpose().name())
                .param("given", step.given())
                .param("version", step.version())
                .param("way", step.way().name())
                .param("paper", step.paper(), Types.OTHER)
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All that was said, the newest first. */
    List<ConsentStep> of(OwnerId owner, PatientId patient) {
        return database.sql("""
                        select purpose, given, version, way, paper, at from consent_step
                        where owner = :owner and patient_id = :patient order by number desc""")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .query(ConsentRows::read)
                .list();
    }

    private static ConsentStep read(ResultSet row, int number) throws SQLException {
        return new ConsentStep(
                Purpose.valueOf(row.getString("purpose")),
                row.getBoolean("given"),
                row.getObject("version", LocalDate.class),
                Way.valueOf(row.getString("way")),
                row.getObject("paper", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}

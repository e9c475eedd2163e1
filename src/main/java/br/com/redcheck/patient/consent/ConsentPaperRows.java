package br.com.redcheck.patient.consent;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.vault.BlobRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code consent_paper}; every question names the owner. */
@Component
class ConsentPaperRows {
    private final JdbcClient database;

    ConsentPaperRows(JdbcClient database) {
        this.database = database;
    }

    void add(OwnerId owner, PatientId patient, ConsentPaper paper) {
        database.sql("""
                        insert into consent_paper (id, owner, patient_id, kind, blob, bytes, received_at)
                        values (:id, :owner, :patient, :kind, :blob, :bytes, :at)""")
                .param("id", paper.id())
                .param("owner", owner.value())
                .param("patient", patient.value())
                .param("kind", paper.kind().name())
                .param("blob", paper.blob().id())
                .param("bytes", paper.bytes())
                .param("at", paper.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<ConsentPaper> of(OwnerId owner, PatientId patient) {
        return database.sql("""
                        select * from consent_paper where owner = :owner and patient_id = :patient
                        order by received_at, id""")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .query(ConsentPaperRows::read)
                .list();
    }

    Optional<ConsentPaper> find(OwnerId owner, PatientId patient, UUID id) {
        return database.sql("select * from consent_paper where owner = :owner and patient_id = :patient and id = :id")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .param("id", id)
                .query(ConsentPaperRows::read)
                .optional();
    }

    private static ConsentPaper read(ResultSet row, int number) throws SQLException {
        return new ConsentPaper(
                row.getObject("id", UUID.class),
                PaperKind.valueOf(row.getString("kind")),
                new BlobRef(row.getObject("blob", UUID.class)),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}

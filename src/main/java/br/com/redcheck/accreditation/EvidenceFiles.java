package br.com.redcheck.accreditation;

import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.vault.BlobRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The papers of all cases; every question names the case. */
@Repository
class EvidenceFiles {
    private final JdbcClient database;

    EvidenceFiles(JdbcClient database) {
        this.database = database;
    }

    void add(AccreditationCase of, EvidenceFile file) {
        database.sql("""
                        insert into evidence (id, case_id, owner, kind, blob, bytes, pages, received_at)
                        values (:id, :case, :owner, :kind, :blob, :bytes, :pages, :at)""")
                .param("id", file.id())
                .param("case", of.id().value())
                .param("owner", of.owner().value())
                .param("kind", file.kind().name())
                .param("blob", file.blob().id())
                .param("bytes", file.bytes())
                .param("pages", file.pages().stream().map(BlobRef::id).toArray(UUID[]::new))
                .param("at", file.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order in which they came. */
    List<EvidenceFile> of(CaseId id) {
        return database.sql("select * from evidence where case_id = :case order by received_at, id")
                .param("case", id.value())
                .query(EvidenceFiles::read)
                .list();
    }

    Optional<EvidenceFile> find(CaseId id, UUID file) {
        return database.sql("select * from evidence where case_id = :case and id = :id")
                .param("case", id.value())
                .param("id", file)
                .query(EvidenceFiles::read)
                .optional();
    }

    void remove(CaseId id, UUID file) {
        database.sql("delete from evidence where case_id = :case and id = :id")
                .param("case", id.value())
                .param("id", file)
                .update();
    }

    /** How many have come since a licence was last given: those wait for the next decision. */
    int sinceLastLicence(CaseId id) {
        return database.sql("""
                        select count(*) from evidence where case_id = :case and received_at > coalesce(
                            (select max(at) from accreditation_step
                             where case_id = :case and step in ('GRANTED', 'RENEWED')), '-infinity')""").param("case", id.value()).query(Integer.class).single();
    }

    private static EvidenceFile read(ResultSet row, int number) throws SQLException {
        return new EvidenceFile(
                row.getObject("id", UUID.class),
                PaperKind.valueOf(row.getString("kind")),
                new BlobRef(row.getObject("blob", UUID.class)),
                row.getLong("bytes"),
                Arrays.stream((UUID[]) row.getArray("pages").getArray())
                        .map(BlobRef::new)
                        .toList(),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}

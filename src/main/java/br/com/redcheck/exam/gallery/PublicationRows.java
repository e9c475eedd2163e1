package br.com.redcheck.exam.gallery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.vault.BlobRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An owner's publications, in {@code publication} and {@code published_image}; every question names the owner. */
@Component
class PublicationRows {
    /**
     * One that stands, as its doctor sees it.
     *
     * @param downloads how often it was downloaded
     */
    record Standing(PublicationId id, Instant publishedAt, int downloads) {}

    private final JdbcClient database;

    PublicationRows(JdbcClient database) {
        this.database = database;
    }

    /** False if the exam is published already. */
    boolean add(OwnerId owner, ExamId exam, Publication publication) {
        return database.sql("""
                        insert into publication (id, owner, exam_id, modality, sex, age_from, truth, licence, preview, published_at)
                        values (:id, :owner, :exam, :modality, :sex, :age, :truth, :licence, :preview, :at)
                        on conflict (exam_id) where withdrawn_at is null do nothing""")
                        .param("id", publication.id().value())
                        .param("owner", owner.value())
                        .param("exam", exam.value())
                        .param("modality", publication.modality())
                        .param("sex", publication.sex(), Types.VARCHAR)
                        .param("age", publication.ageFrom(), Types.INTEGER)
                        .param("truth", publication.truth().name())
                        .param("licence", publication.licence().name())
                        .param("preview", publication.preview().id())
                        .param("at", publication.publishedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void add(OwnerId owner, PublicationId publication, PublishedImage image) {
        database.sql("""
                        insert into published_image (publication_id, number, owner, blob, frames, bytes, sha256)
                        values (:publication, :number, :owner, :blob, :frames, :bytes, :sha256)""")
                .param("publication", publication.value())
                .param("number", image.number())
                .param("owner", owner.value())
                .param("blob", image.blob().id())
                .param("frames", image.frames())
                .param("bytes", image.bytes())
                .param("sha256", image.sha256())
                .update();
    }

    Optional<Standing> standing(OwnerId owner, ExamId exam) {
        return database.sql("""
                        select id, published_at, downloads from publication
                        where owner = :owner and exam_id = :exam and withdrawn_at is null""")
                .param("owner", owner.value())
                .param("exam", exam.value())
                .query(PublicationRows::standing)
                .optional();
    }

    /** Those that stand, of any exam of a patient's. */
    List<PublicationId> ofPatient(OwnerId owner, PatientId patient) {
        return database
                .sql("""
                        select id from publication where owner = :owner and withdrawn_at is null and exam_id in (
                            select exam_id from exam_form where owner = :owner and patient_id = :patient)""")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PublicationId::new)
                .toList();
    }

    /** The blobs of a publication's copies and its picture. */
    List<BlobRef> blobs(OwnerId owner, PublicationId publication) {
        return database
                .sql("""
                        select blob from published_image where owner = :owner and publication_id = :id
                        union all select preview from publication where owner = :owner and id = :id""")
                .param("owner", owner.value())
                .param("id", publication.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(BlobRef::new)
                .toList();
    }

    /** Takes it out of the gallery, and leaves nothing that says of whom it was. */
    void withdraw(OwnerId owner, PublicationId publication, Instant now) {
        database.sql("delete from published_image where owner = :owner and publication_id = :id")
                .param("owner", owner.value())
                .param("id", publication.value())
                .update();
        database.sql("""
                        update publication set withdrawn_at = :now, exam_id = null, sex = null, age_from = null
                        where owner = :owner and id = :id""")
                .param("owner", owner.value())
                .param("id", publication.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                new PublicationId(row.getObject("id", UUID.class)),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getInt("downloads"));
    }
}

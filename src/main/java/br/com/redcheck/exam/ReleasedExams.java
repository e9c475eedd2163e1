package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.BlobRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The only way to exams for anything but their patient's own care, across all owners. It reads views of the database in which an exam
 * without consent is not there; without an owner, the tables themselves show nothing at all. Consent is asked for anew whenever an
 * image is opened, so that one taken back between the selection and the use counts.
 */
@Service
public class ReleasedExams {
    private static final String COLUMNS =
            "id, owner, modality, patient_sex, patient_age, case_state, municipality, truth, positive";

    private final JdbcClient database;
    private final ImageSealing sealing;

    ReleasedExams(JdbcClient database, ImageSealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /**
     * Some exams in the order of their ids, which are random.
     *
     * @param after the last one known, if any
     */
    public List<ReleasedExam> some(SecondaryUse use, Optional<ExamId> after, int most) {
        return database.sql("select " + COLUMNS + " from " + use.exams()
                        + " where id > coalesce(cast(:after as uuid), '00000000-0000-0000-0000-000000000000')"
                        + " order by id limit :most")
                .param("after", after.map(ExamId::value).orElse(null))
                .param("most", most)
                .query((row, number) -> exam(use, row))
                .list();
    }

    /** One exam, if it may be used so. */
    public Optional<ReleasedExam> find(SecondaryUse use, ExamId id) {
        return database.sql("select " + COLUMNS + " from " + use.exams() + " where id = :id")
                .param("id", id.value())
                .query((row, number) -> exam(use, row))
                .optional();
    }

    /** The exam's images in the order in which they are looked at; none once the consent is gone. */
    public List<ReleasedImage> images(ReleasedExam exam) {
        return database.sql("select series_id, id, frames, sha256 from "
                        + exam.use().images() + " where exam_id = :exam"
                        + " order by series_id, slice_position desc nulls last, instance_number, id")
                .param("exam", exam.id().value())
                .query((row, number) -> new ReleasedImage(
                        exam,
                        row.getObject("series_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getInt("frames"),
                        row.getString("sha256")))
                .list();
    }

    /**
     * Unseals one image, reads it, and does something with it.
     *
     * @throws NoLongerReleased if the consent is gone
     * @throws E as the use does
     */
    public <T, E extends Exception> T open(ReleasedImage image, ImageUse<T, E> use) throws E {
        ReleasedExam exam = image.of();
        UUID blob = database.sql("select blob from " + exam.use().images() + " where exam_id = :exam and id = :image")
                .param("exam", exam.id().value())
                .param("image", image.id())
                .query(UUID.class)
                .optional()
                .orElseThrow(NoLongerReleased::new);
        return sealing.open(exam.owner(), new BlobRef(blob), use);
    }

    private static ReleasedExam exam(SecondaryUse use, ResultSet row) throws SQLException {
        String truth = row.getString("truth");
        return new ReleasedExam(
                use,
                new ExamId(row.getObject("id", UUID.class)),
                new OwnerId(row.getObject("owner", UUID.class)),
                row.getString("modality"),
                row.getString("patient_sex"),
                row.getString("patient_age"),
                CaseState.valueOf(row.getString("case_state")),
                row.getInt("municipality"),
                truth == null ? null : Truth.valueOf(truth),
                (@Nullable Boolean) row.getObject("positive"));
    }
}

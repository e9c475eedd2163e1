package br.com.redcheck.reading;

import br.com.redcheck.account.DurableLater;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.inference.Cam;
import br.com.redcheck.inference.Verdict.ImageResult;
import br.com.redcheck.model.ModelCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What networks have said of single images of what they have not read to the end: whoever reads it after a crash goes on from here. */
@Service
@Transactional
class ReadingNotes {
    private static final String OF_SUBJECT = " from reading_note where owner = :owner and subject = :subject"
            + " and model = :model and version = :version";

    private final JdbcClient database;

    ReadingNotes(JdbcClient database) {
        this.database = database;
    }

    /** What this network has said of exactly these images, by their place among all frames of the subject. */
    @Transactional(readOnly = true)
    Map<Integer, ImageResult> of(OwnerId owner, Subject subject, ModelCard card) {
        return about(
                        owner,
                        subject,
                        card,
                        "select place, probabilities, cam, unlikeness" + OF_SUBJECT + " and input_sha256 = :input")
                .param("input", subject.inputSha256())
                .query((row, number) -> result(row, card))
                .list()
                .stream()
                .collect(Collectors.toMap(ImageResult::index, Function.identity()));
    }

    @DurableLater
    void add(OwnerId owner, Subject subject, ModelCard card, List<ImageResult> said) {
        for (ImageResult result : said) {
            about(owner, subject, card, """
                            insert into reading_note (exam_id, owner, subject, model, version, input_sha256,
                                place, probabilities, cam, unlikeness)
                            values (:exam, :owner, :subject, :model, :version, :input,
                                :place, :probabilities, :cam, :unlikeness)
                            on conflict on constraint reading_note_pk do nothing""")
                    .param("exam", subject.exam().value())
                    .param("input", subject.inputSha256())
                    .param("place", result.index())
                    .param("probabilities", result.probabilities().toArray(Double[]::new))
                    .param("cam", result.cam().map(ReadingSlice::bytes).orElse(null))
                    .param(
                            "unlikeness",
                            result.unlikeness().isPresent()
                                    ? result.unlikeness().getAsDouble()
                                    : null)
                    .update();
        }
    }

    /** It was read to the end; what was noted when it had other images goes too. */
    void forget(OwnerId owner, Subject subject, ModelCard card) {
        about(owner, subject, card, "delete" + OF_SUBJECT).update();
    }

    private StatementSpec about(OwnerId owner, Subject subject, ModelCard card, String statement) {
        return database.sql(statement)
                .param("owner", owner.value())
                .param("subject", subject.id())
                .param("model", card.name())
                .param("version", card.version());
    }

    private static ImageResult result(ResultSet row, ModelCard card) throws SQLException {
        Double unlikeness = row.getObject("unlikeness", Double.class);
        return new ImageResult(
                row.getInt("place"),
                List.of((Double[]) row.getArray("probabilities").getArray()),
                Optional.ofNullable(row.getBytes("cam"))
                        .map(cam -> new Cam(card.positiveLabel(), ReadingSlice.rows(cam))),
                unlikeness == null ? OptionalDouble.empty() : OptionalDouble.of(unlikeness));
    }
}

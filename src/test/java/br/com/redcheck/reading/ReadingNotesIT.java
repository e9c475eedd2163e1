package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.redcheck.DoctorsRequests;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.inference.Cam;
import br.com.redcheck.inference.Verdict.ImageResult;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.platform.database.EveryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A reading that broke off goes on with what it had noted. */
@SpringBootTest(properties = "covid-dicom.intake.quiet=1s")
@AutoConfigureMockMvc
class ReadingNotesIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    /** What no network says of that film. */
    private static final ImageResult NOTED = new ImageResult(
            0,
            List.of(0.125, 0.875),
            Optional.of(new Cam(1, new float[][] {{1, 2, 3}, {4, 5, 6}})),
            OptionalDouble.of(0.5));

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    ExamShelf shelf;

    @Autowired
    NetworkChoice choice;

    @Autowired
    ReadingNotes notes;

    @Autowired
    ReadingStep step;

    private OwnerId owner;
    private ExamId exam;
    private Subject film;
    private ModelCard card;

    @BeforeEach
    void readAFilmAndForgetIt() throws Exception {
        var ana = TestDoctors.register(database);
        owner = ana.owner();
        exam = new ExamId(UUID.fromString(new DoctorsRequests(browser).send(ana, Files.readAllBytes(FILM))));
        await().atMost(Duration.ofMinutes(2)).until(this::isRead);
        film = Subject.of(owner, exam, shelf.series(owner, exam).get(0))
                .findFirst()
                .orElseThrow();
        card = choice.forModality(film.modality());
        everyRow.sql("delete from reading_slice where owner = ?")
                .param(owner.value())
                .update();
        everyRow.sql("delete from reading where owner = ?").param(owner.value()).update();
    }

    @Test
    void whatWasNotedIsNotReadAgain() {
        assertThat(notes.of(owner, film, card))
                .as("after a reading that came to its end")
                .isEmpty();
        notes.add(owner, film, card, List.of(NOTED));
        notes.add(owner, film, card, List.of(NOTED));
        ImageResult known = Objects.requireNonNull(notes.of(owner, film, card).get(0));
        assertThat(known.probabilities()).isEqualTo(NOTED.probabilities());
        assertThat(known.cam().orElseThrow().rows())
                .isDeepEqualTo(NOTED.cam().orElseThrow().rows());
        assertThat(known.unlikeness()).isEqualTo(NOTED.unlikeness());

        step.run(owner, exam.value());

        assertThat(suspected()).contains(0.875);
        assertThat(notes.of(owner, film, card)).isEmpty();
    }

    @Test
    void whatWasNotedOfOtherPixelsDoesNotCount() {
        notes.add(owner, film, card, List.of(NOTED));
        everyRow.sql("update reading_note set input_sha256 = 'other' where owner = ?")
                .param(owner.value())
                .update();

        step.run(owner, exam.value());

        assertThat(suspected().orElseThrow()).isNotEqualTo(0.875);
    }

    /** To the end, so that nobody else still reads it when it is forgotten. */
    private boolean isRead() {
        return everyRow.sql("select state from exam where id = ?")
                .param(exam.value())
                .query(String.class)
                .single()
                .equals("READ");
    }

    private Optional<Double> suspected() {
        return everyRow.sql("select suspected from reading where owner = ? and suspected is not null")
                .param(owner.value())
                .query(Double.class)
                .optional();
    }
}

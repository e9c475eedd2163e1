package br.com.redcheck.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.inference.Verdict;
import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.platform.Remark;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A result counts for less the stranger its images are to the network. */
class ReadingTest {
    private static final double SUSPECTED = 0.9;
    private final ModelCard card = new ModelCatalog().named("vgg16-cam-cxr");

    @Test
    void whatLooksLikeTheTrainingHasAClassAndSoHasWhatWasNotMeasured() {
        assertThat(said(OptionalDouble.of(1)).positive()).isTrue();
        assertThat(said(OptionalDouble.empty()).positive()).isTrue();
    }

    @Test
    void whatDoesNotHasAProbabilityAndNoClass() {
        Reading reading = said(OptionalDouble.of(1.01));

        assertThat(reading.classed()).isFalse();
        assertThat(reading.positive()).isFalse();
        assertThat(reading.suspected()).isEqualTo(SUSPECTED);
        assertThat(reading.refused()).isFalse();
    }

    @Test
    void ofWhatIsFarFromItNothingIsKept() {
        assertThatExceptionOfType(UnlikeTraining.class)
                .isThrownBy(() -> said(OptionalDouble.of(2.6)))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly("2.6"));
    }

    @Test
    void whatHangsOnHowThePictureIsHeldHasNoClass() {
        Reading reading = said(OptionalDouble.empty(), List.of(Remark.of("unstable", 20, 60)));

        assertThat(reading.classed()).isFalse();
        assertThat(reading.suspected()).isEqualTo(SUSPECTED);
        assertThat(said(OptionalDouble.empty(), List.of(Remark.of("near-threshold", 40, 60)))
                        .positive())
                .isTrue();
    }

    private Reading said(OptionalDouble unlikeness) {
        return said(unlikeness, List.of());
    }

    private Reading said(OptionalDouble unlikeness, List<Remark> remarks) {
        Subject film = new Subject(
                new OwnerId(UUID.randomUUID()), new ExamId(UUID.randomUUID()), UUID.randomUUID(), "DX", List.of());
        Reading reading = new Reading(film, card, Instant.EPOCH);
        reading.says(new Verdict(card, SUSPECTED, "suspected", unlikeness, remarks, List.of()), List.of());
        return reading;
    }
}

package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.model.ModelCard.Slices;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceChoiceTest {
    private final SliceChoice choice = new SliceChoice(new Slices(24, 0.15, 0.85, 0.25));

    @Test
    void slicesAreChosenAtEqualStepsFromTheHeadDown() {
        List<ImageFacts> feetFirst =
                IntStream.range(0, 60).mapToObj(i -> at(2.0 * i, i)).toList();

        List<Integer> chosen = choice.choose(feetFirst);

        assertThat(chosen).hasSize(24).startsWith(50, 48, 47, 45).endsWith(9);
    }

    @Test
    void aShortSeriesIsReadWhole() {
        List<ImageFacts> five = IntStream.range(0, 5).mapToObj(i -> at(i, 0)).toList();

        assertThat(choice.choose(five)).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void withoutPositionsTheInstanceNumberDecides() {
        List<ImageFacts> mixed = List.of(numbered(3), numbered(1), numbered(2));

        assertThat(choice.choose(mixed)).containsExactly(1, 2, 0);
    }

    @Test
    void slicesOfWhichNothingSaysTheOrderAreRefused() {
        ImageFacts unnumbered = facts(OptionalDouble.empty(), OptionalInt.empty());

        assertThatExceptionOfType(NotForThisNetwork.class)
                .isThrownBy(() -> choice.choose(List.of(numbered(1), unnumbered)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_ORDER));
    }

    @Test
    void theExamsScoreIsTheMeanOfTheHighestQuarter() {
        assertThat(choice.score(List.of(0.1, 0.9, 0.2, 0.7, 0.3))).isCloseTo(0.8, within(1e-12));
        assertThat(choice.score(List.of(0.4))).isEqualTo(0.4);
    }

    private static ImageFacts at(double z, int number) {
        return facts(OptionalDouble.of(z), OptionalInt.of(number));
    }

    private static ImageFacts numbered(int number) {
        return facts(OptionalDouble.empty(), OptionalInt.of(number));
    }

    private static ImageFacts facts(OptionalDouble z, OptionalInt number) {
        return new ImageFacts(
                "CT",
                List.of(),
                "MONOCHROME2",
                OptionalInt.of(1),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                List.of(),
                List.of(),
                z,
                OptionalDouble.empty(),
                number);
    }
}

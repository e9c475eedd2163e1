package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.inference.NotForThisNetwork.Reason;
import br.com.redcheck.model.ModelCard.Slices;
import br.com.redcheck.platform.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceChoiceTest {
    private final SliceChoice many = new SliceChoice(new Slices(24, 0.15, 0.85, 0.25));
    private final SliceChoice choice = new SliceChoice(new Slices(6, 0.15, 0.85, 0.25));
    private Scan scan = scan(1, "soft");
    private List<Double> orientation = List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0);

    @Test
    void slicesAreChosenAtEqualStepsFromTheHeadDown() {
        List<ImageFacts> feetFirst =
                IntStream.range(0, 60).mapToObj(i -> at(2.0 * i, i)).toList();

        List<Integer> chosen = many.choose(feetFirst).places();

        assertThat(chosen).hasSize(24).startsWith(50, 48, 47, 45).endsWith(9);
    }

    @Test
    void aShortSeriesIsReadWhole() {
        List<ImageFacts> five = IntStream.range(0, 5).mapToObj(i -> at(i, 0)).toList();

        assertThat(choice.choose(five).places()).containsExactly(4, 3, 2, 1, 0);
    }

    @Test
    void withoutPositionsTheInstanceNumberDecides() {
        List<ImageFacts> mixed = List.of(numbered(3), numbered(1), numbered(2));

        Choice chosen = choice.choose(mixed);

        assertThat(chosen.places()).containsExactly(1, 2, 0);
        assertThat(chosen.remarks()).containsExactly(Remark.of("no-positions"));
    }

    @Test
    void slicesOfWhichNothingSaysTheOrderAreRefused() {
        ImageFacts unnumbered = facts(OptionalDouble.empty(), OptionalInt.empty());

        assertThatExceptionOfType(NotForThisNetwork.class)
                .isThrownBy(() -> choice.choose(List.of(numbered(1), unnumbered, unnumbered)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_ORDER));
    }

    @Test
    void aPageOfTheDoseReportIsNoSliceAndIsToldOf() {
        List<ImageFacts> series = List.of(numbered(0), at(5, 3), at(10, 2), at(15, 1));

        Choice chosen = choice.choose(series);

        assertThat(chosen.places()).containsExactly(3, 2, 1);
        assertThat(chosen.remarks()).containsExactly(Remark.of("no-place", 1));
    }

    @Test
    void whatIsMissingBetweenSlicesIsToldOf() {
        List<ImageFacts> gap =
                DoubleStream.of(0, 5, 10, 80, 85, 90).mapToObj(z -> at(z, 0)).toList();
        List<ImageFacts> thinWithOneMissing =
                DoubleStream.of(0, 1, 3, 4, 5).mapToObj(z -> at(z, 0)).toList();

        assertThat(choice.choose(gap).remarks()).containsExactly(Remark.of("gap", 1, 70));
        assertThat(choice.choose(thinWithOneMissing).remarks()).isEmpty();
    }

    @Test
    void ofTwoTimePointsInOneSeriesTheFirstIsReadAndTheMixtureToldOf() {
        List<ImageFacts> series = new ArrayList<>();
        for (int z = 0; z < 5; z++) {
            scan = scan(2, "soft");
            series.add(at(z, z));
            scan = scan(1, "soft");
            series.add(at(z, z));
        }

        Choice chosen = choice.choose(series);

        assertThat(chosen.places()).containsExactly(9, 7, 5, 3, 1);
        assertThat(chosen.remarks()).containsExactly(Remark.of("mixture", 5, 10));
    }

    @Test
    void ofTwoReconstructionsTheOneWithMoreSlicesIsRead() {
        List<ImageFacts> series = new ArrayList<>();
        scan = scan(1, "5 mm");
        DoubleStream.of(0, 5, 10).forEach(z -> series.add(at(z, 1)));
        scan = scan(1, "2 mm");
        DoubleStream.of(1, 3, 5, 7, 9).forEach(z -> series.add(at(z, 1)));

        assertThat(choice.choose(series).places()).containsExactly(7, 6, 5, 4, 3);
    }

    @Test
    void aScanInSeveralBreathsOneBelowTheOtherIsOne() {
        List<ImageFacts> series = new ArrayList<>();
        for (int z = 0; z < 6; z++) {
            scan = scan(1 + z / 3, "soft");
            series.add(at(z, z));
        }

        Choice chosen = choice.choose(series);

        assertThat(chosen.places()).containsExactly(5, 4, 3, 2, 1, 0);
        assertThat(chosen.remarks()).isEmpty();
    }

    /** A gantry that is tilted by 20 degrees. */
    @Test
    void tiltedSlicesAreOneScan() {
        orientation = List.of(1.0, 0.0, 0.0, 0.0, 0.94, -0.342);
        List<ImageFacts> tilted =
                IntStream.range(0, 5).mapToObj(i -> at(5 * i, 5 - i)).toList();

        Choice chosen = choice.choose(tilted);

        assertThat(chosen.places()).containsExactly(4, 3, 2, 1, 0);
        assertThat(chosen.remarks()).isEmpty();
    }

    @Test
    void whatLiesWhereAnotherSliceLiesIsReadOnceAndToldOf() {
        List<ImageFacts> twice =
                IntStream.range(0, 8).mapToObj(i -> at(i % 4, i)).toList();

        Choice chosen = choice.choose(twice);

        assertThat(chosen.places()).containsExactly(3, 2, 1, 0);
        assertThat(chosen.remarks()).containsExactly(Remark.of("double", 4));
    }

    @Test
    void slicesOfOtherDirectionsAreAnotherScan() {
        List<ImageFacts> series =
                new ArrayList<>(IntStream.range(0, 4).mapToObj(i -> at(i, i)).toList());
        orientation = List.of(1.0, 0.0, 0.0, 0.0, 0.9, -0.43);
        series.add(at(1.5, 9));

        Choice chosen = choice.choose(series);

        assertThat(chosen.places()).containsExactly(3, 2, 1, 0);
        assertThat(chosen.remarks()).containsExactly(Remark.of("mixture", 4, 5));
    }

    @Test
    void theExamsScoreIsTheMeanOfTheHighestQuarter() {
        assertThat(choice.score(List.of(0.1, 0.9, 0.2, 0.7, 0.3))).isCloseTo(0.8, within(1e-12));
        assertThat(choice.score(List.of(0.4))).isEqualTo(0.4);
    }

    private static Scan scan(int acquisition, String reconstruction) {
        return new Scan(OptionalInt.empty(), OptionalInt.of(acquisition), "", reconstruction);
    }

    private ImageFacts at(double z, int number) {
        return facts(OptionalDouble.of(z), OptionalInt.of(number));
    }

    private ImageFacts numbered(int number) {
        return facts(OptionalDouble.empty(), OptionalInt.of(number));
    }

    private ImageFacts facts(OptionalDouble z, OptionalInt number) {
        return new ImageFacts(
                "CT",
                List.of(),
                "MONOCHROME2",
                OptionalInt.of(1),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                OptionalDouble.empty(),
                List.of(),
                orientation,
                z,
                OptionalDouble.empty(),
                number,
                scan);
    }
}

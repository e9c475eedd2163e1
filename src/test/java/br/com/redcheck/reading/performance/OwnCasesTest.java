package br.com.redcheck.reading.performance;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.Truth;
import br.com.redcheck.reading.performance.OwnCases.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnCasesTest {
    private static final Network FIRST = new Network("vgg", "1.0.0");
    private static final Network SECOND = new Network("vgg", "2.0.0");

    private final List<Said> said = new ArrayList<>();
    private final Map<ExamId, Truth> truths = new HashMap<>();

    @Test
    void eachExamIsCountedOnceForEachNetwork() {
        exams(7, true, Truth.COVID_19);
        exams(3, false, Truth.COVID_19);
        exams(2, true, Truth.OTHER);
        exams(8, false, Truth.OTHER);
        exams(4, true, Truth.UNDECIDED);
        for (int i = 0; i < 5; i++) {
            said.add(new Said(exam(), FIRST, 0.9, true));
        }
        said.add(new Said(said.get(0).exam(), SECOND, 0.1, false));
        truths.put(exam(), Truth.OTHER);

        Comparison comparison = OwnCases.compare(said, truths);

        assertThat(comparison.matrices()).containsOnlyKeys(FIRST, SECOND);
        ConfusionMatrix first = comparison.of(FIRST);
        assertThat(List.of(Cell.values())).extracting(first::count).containsExactly(7, 3, 2, 8, 4, 5);
        assertThat(first.sensitivity()).contains(new Proportion(7, 10));
        assertThat(first.specificity()).contains(new Proportion(8, 10));
        ConfusionMatrix second = comparison.of(SECOND);
        assertThat(second.exams(Cell.FALSE_NEGATIVE))
                .singleElement()
                .satisfies(one -> assertThat(one.exam()).isEqualTo(said.get(0).exam()));
        assertThat(second.specificity()).isEmpty();
        assertThat(comparison.unread()).hasSize(1);
    }

    @Test
    void withoutCasesThereIsNothingToSay() {
        Comparison comparison = OwnCases.compare(said, truths);

        assertThat(comparison.matrices()).isEmpty();
        assertThat(comparison.of(FIRST).sensitivity()).isEmpty();
        assertThat(comparison.unread()).isEmpty();
    }

    private void exams(int count, boolean positive, Truth truth) {
        for (int i = 0; i < count; i++) {
            ExamId exam = exam();
            said.add(new Said(exam, FIRST, positive ? 0.9 : 0.1, positive));
            truths.put(exam, truth);
        }
    }

    private static ExamId exam() {
        return new ExamId(UUID.randomUUID());
    }
}

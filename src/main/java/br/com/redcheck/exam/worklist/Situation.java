package br.com.redcheck.exam.worklist;

import br.com.redcheck.exam.ExamState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How a doctor asks for states: some of them belong together. */
enum Situation {
    /** Nothing goes on without the doctor. */
    ATTENTION(ExamState.REVIEW, ExamState.QUARANTINED, ExamState.FAILED, ExamState.REFUSED),
    /** On its way to a result, or there. */
    CALM(ExamState.ARRIVING, ExamState.QUEUED, ExamState.READING, ExamState.READ),
    UNDER_WAY(ExamState.ARRIVING, ExamState.QUEUED, ExamState.READING),
    READ(ExamState.READ),
    REVIEW(ExamState.REVIEW),
    QUARANTINED(ExamState.QUARANTINED),
    REFUSED(ExamState.REFUSED),
    FAILED(ExamState.FAILED);

    private final String literals;

    Situation(ExamState... states) {
        literals = Arrays.stream(states).map(state -> "'" + state.name() + "'").collect(Collectors.joining(", "));
    }

    /** The states for a question in SQL. As literals, so that the database sees which partial index fits. */
    String literals() {
        return literals;
    }

    /** Those that a person chooses from. */
    static Set<Situation> choices() {
        return Arrays.stream(values())
                .filter(situation -> situation != CALM)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Situation.class)));
    }
}

package br.com.redcheck.exam.worklist;

import br.com.redcheck.exam.ExamState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How a doctor asks for states: some of them belong together. */
enum Situation {
    /** Nothing goes on without the doctor, who has not put it away. */
    ATTENTION("x.waiting", ExamState.REVIEW, ExamState.QUARANTINED, ExamState.FAILED, ExamState.REFUSED),
    /** Everything else. */
    CALM("not x.waiting", ExamState.values()),
    UNDER_WAY(ExamState.ARRIVING, ExamState.QUEUED, ExamState.READING),
    READ(ExamState.READ),
    REVIEW(ExamState.REVIEW),
    QUARANTINED(ExamState.QUARANTINED),
    REFUSED(ExamState.REFUSED),
    FAILED(ExamState.FAILED);

    private final String condition;

    Situation(ExamState... states) {
        this("true", states);
    }

    /** The states are literals, so that the database sees which partial index fits. */
    Situation(String more, ExamState... states) {
        String among =
                Arrays.stream(states).map(state -> "'" + state.name() + "'").collect(Collectors.joining(", "));
        condition = "x.state in (" + among + ") and " + more;
    }

    /** What is asked of an exam {@code x} in SQL. */
    String condition() {
        return condition;
    }

    /** Those that a person chooses from. */
    static Set<Situation> choices() {
        return Arrays.stream(values())
                .filter(situation -> situation != CALM)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Situation.class)));
    }
}

package br.com.redcheck.exam.worklist;

import br.com.redcheck.exam.CaseState;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.ExamSummary;
import br.com.redcheck.person.Municipality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list.
 *
 * @param caseState null, as the municipality, until the exam's form is finished
 * @param municipality where the patient lives
 * @param waiting whether it waits for its doctor
 */
record ListedExam(
        ExamSummary exam,
        List<Label> labels,
        @Nullable CaseState caseState,
        @Nullable Municipality municipality,
        boolean waiting) {
    /** Whether the doctor may say that it need not wait. */
    public boolean mayBePutAway() {
        return waiting && hasNoResult();
    }

    /** Whether the doctor has said so. */
    public boolean putAway() {
        return !waiting && hasNoResult();
    }

    private boolean hasNoResult() {
        return exam.state() == ExamState.FAILED || exam.state() == ExamState.REFUSED;
    }
}

package br.com.redcheck.exam.clinical;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamShelf;
import br.com.redcheck.exam.Truth;
import br.com.redcheck.exam.Truths;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a doctor tells what turned out to be true of an exam's case. */
@Service
@Transactional
class OutcomeDesk implements Truths {
    private final ExamShelf shelf;
    private final OutcomeRows rows;
    private final FormRows forms;
    private final FormSeal seal;
    private final AuditLog audit;
    private final Clock clock;

    OutcomeDesk(ExamShelf shelf, OutcomeRows rows, FormRows forms, FormSeal seal, AuditLog audit, Clock clock) {
        this.shelf = shelf;
        this.rows = rows;
        this.forms = forms;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was told of an exam's outcome; before that, what the exam's form knows of tests.
     *
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     */
    @Transactional(readOnly = true)
    OutcomeAsTyped open(OwnerId owner, ExamId exam) {
        shelf.exam(owner, exam);
        return rows.told(owner, exam)
                .map(told -> seal.openOutcome(owner, told))
                .orElseGet(() -> OutcomeAsTyped.after(forms.find(owner, exam)
                        .map(form -> seal.openForm(owner, form.typed()))
                        .orElseGet(FormAsTyped::empty)));
    }

    /**
     * Keeps an outcome in the place of the one before.
     *
     * @param typed what the outcome was read from
     * @throws br.com.redcheck.exam.NoSuchExam if the owner has no such exam
     */
    void record(OwnerId owner, ExamId exam, OutcomeAsTyped typed, Outcome outcome) {
        shelf.exam(owner, exam);
        rows.keep(owner, exam, seal.seal(owner, typed), outcome.truth(), clock.instant());
        audit.record(owner, "exam.outcome-recorded", exam.value());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Truth> of(OwnerId owner, ExamId exam) {
        return rows.truth(owner, exam);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ExamId, Truth> of(OwnerId owner) {
        return rows.truths(owner);
    }
}

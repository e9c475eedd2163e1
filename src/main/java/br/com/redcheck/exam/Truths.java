package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import java.util.Map;
import java.util.Optional;

/** What turned out to be true of exams; spoken by who keeps their outcomes. */
public interface Truths {
    /** Of one exam of the owner's; empty if no outcome was told. */
    Optional<Truth> of(OwnerId owner, ExamId exam);

    /** Of all exams of the owner's of which an outcome was told. */
    Map<ExamId, Truth> of(OwnerId owner);
}

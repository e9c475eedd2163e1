package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was told, beside its images, about the person whom an exam is of; spoken by who keeps the exam's form. */
public interface ToldIdentity {
    /** Names, numbers and dates that must not be found in the exam's images; none as long as nobody was named. */
    List<String> texts(OwnerId owner, ExamId exam);

    /**
     * When it was last told who the person is; empty as long as nobody was named. It is not told anew with another exam before the
     * caller's transaction ends.
     */
    Optional<Instant> since(OwnerId owner, ExamId exam);
}

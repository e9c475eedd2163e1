package br.com.redcheck.pipeline;

import br.com.redcheck.account.OwnerId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where work on owners' things waits for its turn, durably: what was put here is done, whatever is killed meanwhile. */
@Service
public class Pipeline {
    private final StepRows rows;
    private final Tickets tickets;

    Pipeline(StepRows rows, Tickets tickets) {
        this.rows = rows;
        this.tickets = tickets;
    }

    /**
     * Puts a step in the queue, in the transaction of what makes it necessary. One that waits already waits for the new moment
     * instead; one that is being run now is run once more.
     *
     * @param kind of a {@link Step}
     * @param subject what it is done to
     * @param due not before
     * @param urgent before all that is not; a step that was urgent stays so
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(OwnerId owner, String kind, UUID subject, Instant due, boolean urgent) {
        rows.put(owner, kind, subject, due, urgent).ifPresent(step -> tickets.issue(kind, step, due));
    }

    /** Takes all steps of a subject out of the queue, because it is gone. One that is being run now has to find that out by itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(OwnerId owner, UUID subject) {
        rows.forget(owner, subject);
    }
}

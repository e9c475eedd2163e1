package br.com.redcheck.delivery;

import br.com.redcheck.account.Allowance;
import br.com.redcheck.account.Tries;
import br.com.redcheck.patient.PatientVisit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Asks whoever comes with a token to prove who they are. A token that leads nowhere, and one that does not any more, are treated in
 * every respect as a wrong proof: the same tries, the same answer, after the same time.
 */
@Service
class ProofDesk {
    private final Tries tries;
    private final TokenHash hash;
    private final LinkRows rows;
    private final Openings openings;
    private final DeliverySettings settings;

    ProofDesk(Tries tries, TokenHash hash, LinkRows rows, Openings openings, DeliverySettings settings) {
        this.tries = tries;
        this.hash = hash;
        this.rows = rows;
        this.openings = openings;
        this.settings = settings;
    }

    /**
     * Tries a proof.
     *
     * @param request from where it comes
     * @return nothing if the link does not open to it
     * @throws TooManyProofs if it was not even looked at
     */
    Optional<PatientVisit> tryProof(LinkToken token, Proof proof, HttpServletRequest request) {
        long begun = System.nanoTime();
        Allowance fromThere = token.typeable() ? Allowance.CODES_FROM_ADDRESS : Allowance.PROOFS_FROM_ADDRESS;
        if (!tries.take(fromThere, request) || !tries.take(Allowance.PROOFS_OF_LINK, token.text())) {
            throw new TooManyProofs();
        }
        Optional<PatientVisit> visit =
                rows.find(hash.of(token)).flatMap(found -> openings.open(found.owner(), found.link(), proof));
        if (visit.isPresent()) {
            tries.giveBack(fromThere, request);
            tries.giveBack(Allowance.PROOFS_OF_LINK, token.text());
        }
        waitUntil(begun, settings.answerAfter());
        return visit;
    }

    private static void waitUntil(long begun, Duration after) {
        long left = after.toNanos() - (System.nanoTime() - begun);
        try {
            Thread.sleep(Math.max(0, left / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

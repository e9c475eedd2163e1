package br.com.redcheck.accreditation;

import br.com.redcheck.account.OwnerId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners have said about themselves, opened for what is done in their own name. */
@Service
@Transactional(readOnly = true)
class DeclaredPapers {
    private final Cases cases;
    private final Claims claims;

    DeclaredPapers(Cases cases, Claims claims) {
        this.cases = cases;
        this.claims = claims;
    }

    /** Empty for who has no case, or said nothing in it. */
    Optional<Applicant> claims(OwnerId owner) {
        return cases.find(owner).flatMap(claims::open);
    }
}

package br.com.redcheck.accreditation;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.Standing.Granted;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may send exams. The database is asked each time, so that a decision counts at once, in sessions that are open too. */
@Service
@Transactional(readOnly = true)
public class Licences {
    private final Cases cases;
    private final BrasiliaCalendar calendar;

    Licences(Cases cases, BrasiliaCalendar calendar) {
        this.cases = cases;
        this.calendar = calendar;
    }

    /** How the owner stands today; empty if they never asked for a licence. */
    public Optional<Standing> standing(OwnerId owner) {
        return cases.find(owner).map(found -> found.standing(calendar.today()));
    }

    /**
     * Lets pass who may send exams now.
     *
     * @throws NotAccredited with the reason, and what to do
     */
    public void requireSending(OwnerId owner) {
        Standing standing = standing(owner).orElseThrow(NotAccredited::neverAsked);
        if (!(standing instanceof Granted)) {
            throw NotAccredited.because(standing);
        }
    }
}

package br.com.redcheck.delivery;

import br.com.redcheck.audit.Deed;
import br.com.redcheck.platform.MailState;
import java.util.List;
import java.util.Optional;

/**
 * A link as its doctor sees it.
 *
 * @param recipient whom it was mailed to; empty for paper
 * @param mail how far that e-mail has come; empty for paper, and once nothing is known of it any more
 * @param deeds what was done with it, the oldest first
 */
record HandedOut(
        ReportLink link, ReportLink.State state, String recipient, Optional<MailState> mail, List<Deed> deeds) {
    @Override
    public String toString() {
        return "HandedOut[" + link.id() + "]";
    }
}

package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How many e-mails the platform can be made to send: by one account, and to one mailbox, whichever of its addresses is typed. The
 * limits stand in {@code src/docs/sign-in.md}.
 */
@Component
public class MailLimits {
    private final Tries tries;
    private final Accounts accounts;

    MailLimits(Tries tries, Accounts accounts) {
        this.tries = tries;
        this.accounts = accounts;
    }

    /**
     * Counts the link to a report that an account is about to mail. It must be called outside a transaction.
     *
     * @throws TooManyMails if the account or the mailbox has had all of the day
     */
    public void report(UUID from, EmailAddress to) {
        count(Allowance.REPORTS, from, Allowance.REPORTS_TO_MAILBOX, to.mailbox());
    }

    /**
     * Counts an invitation that an account is about to send.
     *
     * @throws TooManyMails if the account or the mailbox has had all of the day
     */
    void invitation(Purpose purpose, UUID from, EmailAddress to) {
        count(Allowance.INVITATIONS, from, Allowance.MAILBOX, purpose + " " + to.mailbox());
    }

    /** What one mailbox cannot take is not counted against the account. */
    private void count(Allowance ofAccount, UUID from, Allowance ofMailbox, String mailbox) {
        tries.pause(ofAccount, from.toString()).ifPresent(pause -> {
            throw TooManyMails.from(pause);
        });
        tries.pause(ofMailbox, mailbox).ifPresent(pause -> {
            tries.giveBack(ofAccount, from.toString());
            throw TooManyMails.to(pause);
        });
    }

    /**
     * Whether an e-mail goes out for a request. Strangers can ask in the name of anybody, so a mailbox takes only so many in a day. The
     * owner of a confirmed account is spared that line, which strangers could use up.
     */
    boolean admits(LinkRequest request) {
        return switch (request.purpose()) {
            case MEMBER, ADMINISTRATOR -> true; // counted when the form was sent in
            case CONFIRM -> link(request) && stranger(request);
            case RESET, SIGN_IN ->
                accounts.byEmail(request.email())
                        .filter(account -> link(request) && (account.confirmed() || stranger(request)))
                        .isPresent();
        };
    }

    private boolean link(LinkRequest request) {
        return tries.take(Allowance.LINKS, request.purpose() + " " + request.address());
    }

    private boolean stranger(LinkRequest request) {
        return tries.take(
                Allowance.MAILBOX, request.purpose() + " " + request.email().mailbox());
    }
}

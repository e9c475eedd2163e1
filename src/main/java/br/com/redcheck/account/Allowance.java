package br.com.redcheck.account;

import java.time.Duration;

/** How many tries somebody has, and how long it takes until all that were used up are there again; they come back one by one. */
public enum Allowance {
    /** Wrong passwords from one address, for whatever account; a hospital may share one. */
    ADDRESS(60, Duration.ofMinutes(10)),

    /** Wrong passwords for one account from one address. */
    ACCOUNT_FROM_ADDRESS(10, Duration.ofMinutes(10)),

    /** Wrong passwords for one account from all addresses and browsers together in which it was never signed in to. */
    ACCOUNT_FROM_STRANGERS(30, Duration.ofHours(1)),

    /** Wrong passwords for one account from one browser in which it was signed in to before. */
    DEVICE(10, Duration.ofMinutes(10)),

    /** Links for one purpose sent to one e-mail. It refills within the life of a link: whoever uses it up fills the mailbox with links that work. */
    LINKS(3, Duration.ofMinutes(15)),

    /** E-mails of one kind to one mailbox that somebody else can cause: invitations, and whatever a sign-up brings. */
    MAILBOX(10, Duration.ofDays(1)),

    /** Invitations that one account sends. */
    INVITATIONS(40, Duration.ofDays(1)),

    /** Links to reports that one account mails. */
    REPORTS(300, Duration.ofDays(1)),

    /** Links to reports that are mailed to one mailbox; a family may share one. */
    REPORTS_TO_MAILBOX(20, Duration.ofDays(1)),

    /** Forms that anybody may send in, from one address. */
    FORMS(60, Duration.ofHours(1)),

    /** Wrong second proofs for links to reports from one address, which a whole ward may share. */
    PROOFS_FROM_ADDRESS(20, Duration.ofMinutes(10)),

    /** Wrong second proofs for short codes from one address: they are typed, and so they could be guessed at. */
    CODES_FROM_ADDRESS(8, Duration.ofMinutes(10)),

    /** Wrong second proofs for one link, whether or not there is such a link. */
    PROOFS_OF_LINK(5, Duration.ofMinutes(10)),

    /** Requests with one API key: five a second, and a minute's worth of them at once. */
    API_KEY(300, Duration.ofMinutes(1)),

    /** API keys that open nothing, from one address. */
    USELESS_KEYS(60, Duration.ofMinutes(10));

    private final int tries;
    private final Duration refill;

    Allowance(int tries, Duration refill) {
        this.tries = tries;
        this.refill = refill;
    }

    int tries() {
        return tries;
    }

    Duration refill() {
        return refill;
    }
}

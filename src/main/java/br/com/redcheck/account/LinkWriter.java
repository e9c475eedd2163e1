package br.com.redcheck.account;

import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * Answers requests for links: makes the token and sends it. The link is kept before it is sent, so that nobody can be faster than we
 * are; one that could not be sent is known to nobody, and ends by itself.
 */
@Component
class LinkWriter {
    private final Accounts accounts;
    private final Links links;
    private final Invitations invitations;
    private final Mailer mailer;
    private final PublicAddress address;

    LinkWriter(Accounts accounts, Links links, Invitations invitations, Mailer mailer, PublicAddress address) {
        this.accounts = accounts;
        this.links = links;
        this.invitations = invitations;
        this.mailer = mailer;
        this.address = address;
    }

    void answer(LinkRequest request) {
        switch (request.purpose()) {
            case CONFIRM -> accounts.byEmail(request.email()).ifPresent(account -> confirm(account, request));
            case RESET, SIGN_IN ->
                accounts.byEmail(request.email())
                        .ifPresent(account -> send(request, Link.of(request.purpose(), account.id())));
            case MEMBER, ADMINISTRATOR -> invitations.wished(request).ifPresent(link -> send(request, link));
        }
    }

    /** Whoever signs up with an e-mail that has an account is told so, in that e-mail and nowhere else. */
    private void confirm(Account account, LinkRequest request) {
        if (account.confirmed()) {
            mailer.sendNow(
                    request.address(),
                    request.locale(),
                    "mail.already",
                    address.of("/sign-in"),
                    address.of("/forgotten"));
        } else {
            send(request, Link.of(Purpose.CONFIRM, account.id()));
        }
    }

    private void send(LinkRequest request, Link link) {
        Token token = links.make(link);
        String page = address.of(link.purpose().path(token)).toString();
        mailer.sendNow(request.address(), request.locale(), link.purpose().mail(), page);
    }
}

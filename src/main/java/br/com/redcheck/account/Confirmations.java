package br.com.redcheck.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an e-mail for confirmed when the link that was sent there comes back together with the account's password. The link alone
 * would not do: whoever had signed up with somebody else's e-mail could wait until that person clicks.
 */
@Component
class Confirmations {
    private final Accounts accounts;
    private final Links links;
    private final LinkPost post;

    Confirmations(Accounts accounts, Links links, LinkPost post) {
        this.accounts = accounts;
        this.links = links;
        this.post = post;
    }

    /** Whether the account's e-mail is confirmed, or is so now by the token. If it is not, another link is sent. */
    @Transactional
    boolean confirmed(UUID id, Optional<Token> token) {
        Account account = accounts.byId(id).orElseThrow();
        if (account.confirmed()) {
            return true;
        }
        if (token.flatMap(sent -> links.look(Purpose.CONFIRM, sent))
                .filter(link -> id.equals(link.account()))
                .isPresent()) {
            links.use(Purpose.CONFIRM, token.orElseThrow());
            accounts.confirm(id);
            return true;
        }
        post.send(new LinkRequest(Purpose.CONFIRM, account.email(), account.language()));
        return false;
    }
}

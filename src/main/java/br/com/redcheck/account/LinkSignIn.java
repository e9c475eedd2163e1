package br.com.redcheck.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Lets somebody in who has a link instead of the password. It counts as one factor, as a password does. */
@Component
class LinkSignIn {
    private final SessionAuthenticationStrategy newSession;
    private final Accounts accounts;
    private final Links links;
    private final SessionIdentity session;
    private final Welcome welcome;

    LinkSignIn(
            Accounts accounts,
            Links links,
            SessionIdentity session,
            SessionOfSomebody lasting,
            CsrfTokenRepository tokens,
            Welcome welcome) {
        this.newSession = new CompositeSessionAuthenticationStrategy(
                List.of(lasting, new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
        this.accounts = accounts;
        this.links = links;
        this.session = session;
        this.welcome = welcome;
    }

    /** @throws LinkUseless if the link cannot be used */
    void enter(Token token, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Link link = links.use(Purpose.SIGN_IN, token);
        Account account = accounts.byId(Objects.requireNonNull(link.account())).orElseThrow(LinkUseless::new);
        accounts.confirm(account.id());
        Authentication authentication = authentication(account.signedIn());
        newSession.onAuthentication(authentication, request, response);
        session.keep(authentication, request, response);
        welcome.onAuthenticationSuccess(request, response, authentication);
    }

    private static Authentication authentication(SignedIn person) {
        person.eraseCredentials();
        List<GrantedAuthority> authorities = new ArrayList<>(person.getAuthorities());
        authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.OTT_AUTHORITY));
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }
}

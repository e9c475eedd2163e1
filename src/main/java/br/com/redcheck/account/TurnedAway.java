package br.com.redcheck.account;

import br.com.redcheck.account.SignInRefused.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Says why somebody was not let in, on the page they came from. */
@Component
class TurnedAway implements AuthenticationFailureHandler {
    private final ApplicationEventPublisher events;

    TurnedAway(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof InternalAuthenticationServiceException) {
            throw refusal; // ours, and no word about the password
        }
        Reason reason = reason(refusal);
        events.publishEvent(new SignInRefused(reason));
        String confirmation = request.getParameter("confirmation");
        UriComponentsBuilder page = confirmation == null
                ? UriComponentsBuilder.fromPath("/sign-in")
                : UriComponentsBuilder.fromPath("/links/confirm").queryParam("token", "{token}");
        response.sendRedirect(request.getContextPath()
                + page.queryParam(parameter(reason))
                        .encode()
                        .buildAndExpand(confirmation)
                        .toUriString());
    }

    private static Reason reason(AuthenticationException refusal) {
        if (refusal instanceof TooManyTries) {
            return Reason.TOO_MANY_TRIES;
        }
        return refusal instanceof NotConfirmed ? Reason.NOT_CONFIRMED : Reason.WRONG;
    }

    private static String parameter(Reason reason) {
        return switch (reason) {
            case WRONG -> "error";
            case NOT_CONFIRMED -> "unconfirmed";
            case TOO_MANY_TRIES -> "wait";
        };
    }
}

package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What comes with a password.
 *
 * @param confirmation the token of the link that was sent to confirm the e-mail
 */
record SignInDetails(Visitor visitor, Optional<Token> confirmation) {
    static SignInDetails of(HttpServletRequest request) {
        return new SignInDetails(
                Visitor.of(request),
                Optional.ofNullable(request.getParameter("confirmation")).map(Token::new));
    }

    @Override
    public String toString() {
        return "SignInDetails[***]";
    }
}

package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Asks somebody who is signed in to show once more who they are, before they do what binds them. */
public interface ShownAgain {
    /**
     * What somebody can show besides the password; neither for whom it is waived.
     *
     * @param app whether they have an authenticator app
     * @param passkey whether they have a passkey, which needs no password beside it
     */
    record Means(boolean app, boolean passkey) {}

    Means of(SignedIn person);

    /**
     * Lets pass whose request shows a passkey ({@code passkey}, the browser's answer to a challenge as JSON), or the password
     * ({@code password}) and, where there is one, a code of the authenticator app ({@code code}). Recovery codes are for coming in, not
     * for this.
     *
     * @throws WrongPassword if the password is wrong or was so too often
     * @throws br.com.redcheck.platform.Refusal if code or passkey are wrong, missing, or have to wait
     */
    void require(SignedIn person, HttpServletRequest request, HttpServletResponse response);
}

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

    /**
     * What somebody shows. All of it goes no further.
     *
     * @param passkey the browser's answer to a challenge as JSON, empty if another way was chosen
     */
    record Proof(String password, String code, String passkey) {
        @Override
        public String toString() {
            return "Proof[***]";
        }
    }

    Means of(SignedIn person);

    /**
     * Lets pass who shows a passkey, or the password and, where there is one, a code of the authenticator app. Recovery codes are for
     * coming in, not for this.
     *
     * @throws WrongPassword if the password is wrong or was so too often
     * @throws br.com.redcheck.platform.Refusal if code or passkey are wrong, missing, or have to wait
     */
    void require(SignedIn person, Proof proof, HttpServletRequest request, HttpServletResponse response);
}

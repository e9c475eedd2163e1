package br.com.redcheck.account;

/** Somebody was not let in. It is not said who: what was typed need not be an e-mail, and people type passwords there. */
public record SignInRefused(Reason reason) {
    /** Why not. */
    public enum Reason {
        /** No such account, or another password. */
        WRONG,
        /** The password was right, the e-mail is not confirmed. */
        NOT_CONFIRMED,
        /** Too many wrong passwords came from there. */
        TOO_MANY_TRIES
    }
}

package br.com.redcheck.account;

/** What an account is for; it never changes. */
public enum AccountKind {
    DOCTOR,
    RESEARCHER,
    ADMINISTRATOR
}

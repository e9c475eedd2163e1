package br.com.redcheck.account;

import org.springframework.security.core.AuthenticationException;

/** So many wrong passwords have come from there that the next one is not even looked at. */
class TooManyTries extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    TooManyTries() {
        super("too many tries");
    }
}

package br.com.redcheck.account;

import java.util.UUID;

/** An account has got a new password. It is published within the transaction that did it. */
public record PasswordChanged(UUID account) {}

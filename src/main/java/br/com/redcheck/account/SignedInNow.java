package br.com.redcheck.account;

import java.util.UUID;

/** Somebody has signed in. */
public record SignedInNow(UUID account) {}

package br.com.redcheck.account;

import java.time.Instant;
import java.util.UUID;

/** A doctor of a clinic, as the others there see them. */
record Member(UUID account, String name, String email, boolean responsible, Instant since) {}

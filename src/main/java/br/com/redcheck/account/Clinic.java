package br.com.redcheck.account;

/**
 * A clinic as one of its doctors sees it.
 *
 * @param owner whose shelf its exams stand on
 * @param responsible whether this doctor invites and removes the others
 */
public record Clinic(OwnerId owner, String name, boolean responsible) {}

package br.com.redcheck.account;

import java.util.UUID;

/**
 * Somebody has closed their account. Published in the transaction of the closing, once for each owner that ends with it: the
 * account's own, and every clinic that has no other doctor.
 *
 * @param kind of account it was: only doctors have had exams and reports
 * @param owner whose exams nobody can reach any more
 * @param erase whether what the owner has kept is to be made unreadable for ever
 */
public record AccountClosed(UUID account, AccountKind kind, OwnerId owner, boolean erase) {}

package br.com.redcheck.account.secondfactor;

import java.time.Instant;

/**
 * A passkey as its owner sees it in the list.
 *
 * @param id in Base64 for URLs
 * @param label the name its owner gave it
 */
record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt) {}

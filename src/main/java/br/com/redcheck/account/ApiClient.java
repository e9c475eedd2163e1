package br.com.redcheck.account;

import java.util.Set;
import java.util.UUID;

/**
 * A program that has shown an API key. It is nobody who is signed in: no page is served to it.
 *
 * @param key the key's id, by which the audit log names the program
 * @param owner whose exams it sends and sees
 */
public record ApiClient(UUID key, OwnerId owner, Set<ApiScope> scopes) {}

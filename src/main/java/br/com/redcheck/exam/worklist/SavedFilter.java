package br.com.redcheck.exam.worklist;

import java.util.UUID;

/**
 * A filter that somebody kept.
 *
 * @param query as {@link Filter#query()} writes it
 */
record SavedFilter(UUID id, String name, String query) {}

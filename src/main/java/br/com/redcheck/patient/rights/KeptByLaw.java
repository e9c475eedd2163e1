package br.com.redcheck.patient.rights;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that outlives the deletion of its patient because a law says so. It stays sealed.
 *
 * @param thing its id
 * @param kind what it is, such as {@code SIGNED_REPORT}; has a text {@code kept.<kind>}
 * @param reason the law; has a text {@code kept.reason.<reason>}
 * @param until the last day on which it has to be kept
 */
public record KeptByLaw(UUID thing, String kind, String reason, LocalDate until) {}

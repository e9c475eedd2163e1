package br.com.redcheck.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain, as it stands in the database.
 *
 * @param day the day it is counted to; entries of one day follow one another
 * @param previous the hash of the entry before in hexadecimal digits, empty for the first
 * @param hash over all other fields, in hexadecimal digits
 */
record AuditEntry(
        long number,
        LocalDate day,
        Instant at,
        @Nullable UUID actor,
        @Nullable UUID owner,
        String action,
        @Nullable UUID subject,
        String previous,
        String hash) {

    /** All columns of {@code audit_entry}, in the form that this record wants. */
    static final String COLUMNS =
            "number, day, at, actor, owner, action, subject, encode(previous, 'hex') as previous, "
                    + "encode(hash, 'hex') as hash";

    /** The hash that these fields call for, as the database's function {@code audit_hash} makes it. */
    String expectedHash() {
        return ChainHash.of(
                Long.toString(number),
                day.toString(),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                text(actor),
                text(owner),
                action,
                text(subject),
                previous);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : Objects.toString(id);
    }
}

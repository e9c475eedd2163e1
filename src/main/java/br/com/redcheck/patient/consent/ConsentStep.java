package br.com.redcheck.patient.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One word of a patient's on one purpose; never changed once it was said.
 *
 * @param given whether they agreed, else they took it back
 * @param version the text that it is about, by the day from which that holds
 * @param paper the signed paper, if it came so
 */
public record ConsentStep(
        Purpose purpose,
        boolean given,
        LocalDate version,
        Way way,
        @Nullable UUID paper,
        Instant at) {}

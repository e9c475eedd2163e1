package br.com.redcheck.accreditation;

import br.com.redcheck.accreditation.Standing.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param by the account that took the step; nobody if time did
 * @param was how the case stood before, unless this was its beginning
 */
record TakenStep(
        Instant at,
        Optional<UUID> by,
        Step step,
        Optional<Kind> was,
        Kind became,
        @Nullable LocalDate until,
        @Nullable String reason) {}

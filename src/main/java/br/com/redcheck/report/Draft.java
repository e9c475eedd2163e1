package br.com.redcheck.report;

import br.com.redcheck.exam.ExamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that is being written.
 *
 * @param id which it keeps when it is signed
 * @param earlier what it adds to or will replace, null for one that stands by itself
 * @param version rises with every saving
 */
record Draft(
        ReportId id,
        ExamId exam,
        Kind kind,
        @Nullable ReportId earlier,
        ReportText text,
        int version,
        Instant savedAt) {}

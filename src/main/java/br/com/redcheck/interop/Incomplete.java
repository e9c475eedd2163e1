package br.com.redcheck.interop;

import br.com.redcheck.exam.ExamSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of an exam has come that has not come whole. */
@Schema(name = "Incomplete", description = "api.schema.incomplete")
record Incomplete(
        @Schema(description = "api.schema.incomplete.files") int files,

        @Schema(description = "api.schema.incomplete.announced")
        int announced) {
    static @Nullable Incomplete of(ExamSummary exam) {
        return exam.incomplete().isEmpty() ? null : new Incomplete(exam.filesCame(), exam.filesAnnounced());
    }
}

package br.com.redcheck.interop;

import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.ExamSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An exam in a list, as a program reads it: nothing that a network said, which is another scope. */
@Schema(name = "ExamLine", description = "api.schema.exam-line")
record ExamLine(
        UUID id,

        @Schema(description = "api.schema.exam.modality", example = "DX")
        String modality,

        Instant receivedAt,
        @Schema(description = "api.schema.exam.state") ExamState state,
        Instant stateSince,
        @Schema(description = "api.schema.exam.settled") boolean settled,
        @Schema(description = "api.schema.exam.images") long images,

        @Schema(description = "api.schema.exam.sex") @Nullable
        String patientSex,

        @Schema(description = "api.schema.exam.age") @Nullable
        String patientAge,

        @Schema(description = "api.schema.exam.incomplete") @Nullable
        Incomplete incomplete) {
    ExamLine(ExamSummary exam) {
        this(
                exam.id().value(),
                exam.modality(),
                exam.receivedAt(),
                exam.state(),
                exam.stateSince(),
                exam.state().settled(),
                exam.images(),
                exam.patientSex(),
                exam.patientAge(),
                Incomplete.of(exam));
    }
}

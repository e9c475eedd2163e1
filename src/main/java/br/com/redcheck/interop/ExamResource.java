package br.com.redcheck.interop;

import br.com.redcheck.exam.ExamImage;
import br.com.redcheck.exam.ExamSeries;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.ExamSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An exam as a program reads it. */
@Schema(name = "Exam", description = "api.schema.exam")
record ExamResource(
        UUID id,

        @Schema(description = "api.schema.exam.modality", example = "DX")
        String modality,

        Instant receivedAt,
        @Schema(description = "api.schema.exam.state") ExamState state,
        Instant stateSince,
        @Schema(description = "api.schema.exam.settled") boolean settled,
        @Schema(description = "api.schema.exam.read") int imagesRead,
        @Schema(description = "api.schema.exam.to-read") int imagesToRead,

        @Schema(description = "api.schema.exam.sex") @Nullable
        String patientSex,

        @Schema(description = "api.schema.exam.age") @Nullable
        String patientAge,

        @Schema(description = "api.schema.exam.incomplete") @Nullable
        Incomplete incomplete,

        @Schema(description = "api.schema.exam.series") List<Series> series,
        @Schema(description = "api.schema.exam.readings") String readings) {
    static ExamResource of(ExamSummary exam, List<ExamSeries> series) {
        return new ExamResource(
                exam.id().value(),
                exam.modality(),
                exam.receivedAt(),
                exam.state(),
                exam.stateSince(),
                exam.state().settled(),
                exam.doneSteps(),
                exam.allSteps(),
                exam.patientSex(),
                exam.patientAge(),
                Incomplete.of(exam),
                series.stream().map(Series::new).toList(),
                "/api/v1/exams/" + exam.id() + "/readings");
    }

    /** Images that were taken together. */
    @Schema(name = "Series", description = "api.schema.series")
    record Series(UUID id, String modality, List<Image> images) {
        Series(ExamSeries series) {
            this(
                    series.id(),
                    series.modality(),
                    series.images().stream().map(Image::new).toList());
        }
    }

    /** One image of the exam. */
    @Schema(name = "Image", description = "api.schema.exam-image")
    record Image(
            UUID id,

            @Schema(description = "api.schema.exam-image.frames")
            int frames,

            @Schema(description = "api.schema.exam-image.sha256")
            String sha256) {
        Image(ExamImage image) {
            this(image.id(), image.frames(), image.sha256());
        }
    }
}

package br.com.redcheck.interop;

import br.com.redcheck.exam.Receipt.Outcome;
import br.com.redcheck.exam.SendingReport;
import br.com.redcheck.exam.SendingReport.SentImage;
import br.com.redcheck.exam.SendingReport.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of a sending, as a program reads it. */
@Schema(name = "Sending", description = "api.schema.sending")
record SendingResource(
        UUID id,
        @Schema(description = "api.schema.sending.state") Stage state,
        Instant begunAt,
        @Schema(description = "api.schema.sending.bytes") long bytes,
        @Schema(description = "api.schema.sending.received") long received,
        @Schema(description = "api.schema.sending.failed") int failed,
        @Schema(description = "api.schema.sending.exams") List<UUID> exams,
        @Schema(description = "api.schema.sending.images") List<Image> images) {
    static SendingResource of(SendingReport report) {
        return new SendingResource(
                report.id(),
                report.stage(),
                report.begunAt(),
                report.bytes(),
                report.received(),
                report.failed(),
                report.images().stream()
                        .flatMap(image -> Stream.ofNullable(image.exam()))
                        .distinct()
                        .toList(),
                report.images().stream().map(Image::new).toList());
    }

    /** What became of one image. */
    @Schema(name = "SentImage", description = "api.schema.image")
    record Image(
            @Schema(description = "api.schema.image.path") String path,

            @Schema(description = "api.schema.image.outcome")
            Outcome outcome,

            @Schema(description = "api.schema.image.exam") @Nullable
            UUID exam,

            @Schema(description = "api.schema.image.code") @Nullable
            String code,

            @Schema(description = "api.schema.image.reason") @Nullable
            String reason) {
        Image(SentImage image) {
            this(image.path(), image.outcome(), image.exam(), image.code(), image.reason());
        }
    }
}

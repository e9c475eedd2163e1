package br.com.redcheck.interop;

import br.com.redcheck.reading.ReadingResult;
import br.com.redcheck.reading.ReadingResult.SliceResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the networks said about an exam, as a program reads it. */
@Schema(name = "Readings", description = "api.schema.readings")
record ReadingsResource(
        @Schema(description = "api.schema.caution") String caution,
        @Schema(description = "api.schema.readings.list") List<Reading> readings) {
    static ReadingsResource of(String caution, UUID exam, List<ReadingResult> results) {
        return new ReadingsResource(
                caution,
                results.stream().map(result -> Reading.of(exam, result)).toList());
    }

    /** What was said. */
    enum Label {
        SUSPECTED,
        NOT_SUSPECTED;

        static @Nullable Label of(ReadingResult result) {
            if (result.suspected() == null || !result.classed()) {
                return null;
            }
            return result.positive() ? SUSPECTED : NOT_SUSPECTED;
        }
    }

    /** What one network said. */
    @Schema(name = "Reading", description = "api.schema.reading")
    record Reading(
            UUID id,

            @Schema(description = "api.schema.reading.label") @Nullable
            Label label,

            @Schema(description = "api.schema.reading.probability") @Nullable
            Double probability,

            @Schema(description = "api.schema.reading.threshold")
            double threshold,

            @Schema(description = "api.schema.reading.unlikeness") @Nullable
            Double unlikeness,

            @Schema(description = "api.schema.reading.model")
            String model,

            @Schema(description = "api.schema.reading.version")
            String version,

            @Schema(description = "api.schema.reading.model-sha256")
            String modelSha256,

            @Schema(description = "api.schema.reading.input-sha256")
            String inputSha256,

            Instant readAt,

            @Schema(description = "api.schema.reading.warning") @Nullable
            String warning,

            @Schema(description = "api.schema.reading.remarks")
            List<Remark> remarks,

            @Schema(description = "api.schema.reading.refusal-code") @Nullable
            String refusalCode,

            @Schema(description = "api.schema.reading.refusal") @Nullable
            String refusal,

            @Schema(description = "api.schema.reading.slices")
            List<Slice> slices,

            @Schema(description = "api.schema.reading.heat-maps") @Nullable
            String heatMaps) {
        static Reading of(UUID exam, ReadingResult result) {
            boolean mapped = result.slices().stream().anyMatch(SliceResult::heatMap);
            String maps = "/api/v1/exams/" + exam + "/readings/" + result.id() + "/heat-maps";
            return new Reading(
                    result.id(),
                    Label.of(result),
                    result.suspected(),
                    result.threshold(),
                    result.unlikeness(),
                    result.model(),
                    result.version(),
                    result.modelSha256(),
                    result.inputSha256(),
                    result.readAt(),
                    result.warning(),
                    result.remarks().stream()
                            .map(said -> new Remark(said.code(), said.text()))
                            .toList(),
                    result.refusalCode(),
                    result.refusal(),
                    result.slices().stream().map(Slice::new).toList(),
                    mapped ? maps : null);
        }
    }

    /** What has to be told beside a result. */
    @Schema(name = "Remark", description = "api.schema.remark")
    record Remark(
            @Schema(description = "api.schema.remark.code") String code,
            @Schema(description = "api.schema.remark.text") String text) {}

    /** What was said of one image. */
    @Schema(name = "Slice", description = "api.schema.slice")
    record Slice(
            UUID image,
            @Schema(description = "api.schema.slice.frame") int frame,

            @Schema(description = "api.schema.slice.probability")
            double probability) {
        Slice(SliceResult slice) {
            this(slice.image(), slice.frame(), slice.suspected());
        }
    }
}

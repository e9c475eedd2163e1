package br.com.redcheck.interop;

import br.com.redcheck.exam.ExamSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of exams. */
@Schema(name = "Exams", description = "api.schema.exams")
record ExamsResource(
        List<ExamLine> exams,

        @Schema(description = "api.schema.exams.next") @Nullable
        String next) {
    /**
     * @param found one more than the page holds, if there is another page
     * @param size exams of a page
     */
    static ExamsResource of(List<ExamSummary> found, int size) {
        boolean more = found.size() > size;
        List<ExamSummary> shown = more ? found.subList(0, size) : found;
        String next = more
                ? "/api/v1/exams?limit=" + size + "&after="
                        + shown.get(size - 1).id()
                : null;
        return new ExamsResource(shown.stream().map(ExamLine::new).toList(), next);
    }
}

package br.com.redcheck.exam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an exam holds, for whoever wants to show it.
 *
 * @param series its series, each with its images in the order in which they are looked at
 * @param others further exams of the same patient, the newest first
 */
public record ExamOutline(UUID id, String modality, Instant receivedAt, List<OutlinedSeries> series, List<OtherExam> others) {
    /** The same for somebody who may see this exam and no other. */
    public ExamOutline alone() {
        return new ExamOutline(id, modality, receivedAt, series, List.of());
    }

    /** One series with its images. */
    public record OutlinedSeries(UUID id, String modality, List<OutlinedImage> images) {}

    /** @param bytes size of the Part 10 object */
    public record OutlinedImage(UUID id, int frames, long bytes) {
        OutlinedImage(Instance image) {
            this(image.id(), image.frames(), image.bytes());
        }
    }

    /** @param images how many it has */
    public record OtherExam(UUID id, String modality, Instant receivedAt, long images) {
        OtherExam(ExamSummary exam) {
            this(exam.id().value(), exam.modality(), exam.receivedAt(), exam.images());
        }
    }
}

package br.com.redcheck.exam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of what was sent in one go.
 *
 * @param bytes of all its files
 * @param received those that are here
 * @param failed files that could not be taken in for a reason of ours
 * @param images what became of each image until now
 */
public record SendingReport(
        UUID id, Instant begunAt, Stage stage, long bytes, long received, int failed, List<SentImage> images) {
    /** How far a sending is. */
    public enum Stage {
        /** Bytes are still to come. */
        RECEIVING,
        /** All is here; identity is being taken out. */
        TAKING_IN,
        /** Each image is on the shelf or refused; the exams go on by themselves. */
        FINISHED
    }

    /**
     * What became of one image.
     *
     * @param path where it lay in an archive, if it was not stored; empty for a file that was sent by itself
     * @param exam that holds it
     * @param code stable name of the reason for which it was refused, or null
     * @param reason the same in the reader's language, or null
     */
    public record SentImage(
            String path,
            Receipt.Outcome outcome,
            @Nullable UUID exam,
            @Nullable String code,
            @Nullable String reason) {}
}

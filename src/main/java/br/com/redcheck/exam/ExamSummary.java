package br.com.redcheck.exam;

import br.com.redcheck.platform.Remark;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exam as its owner sees it in the list.
 *
 * @param modality {@code CT}, {@code CR} or {@code DX}
 * @param patientSex {@code M}, {@code F}, {@code O} or null when the images do not say
 * @param patientAge DICOM age string such as {@code 045Y}, capped at 89 years, or null
 * @param images how many images have arrived
 * @param doneSteps images that the network has read so far, while it is reading
 * @param allSteps images that the network will read, while it is reading
 * @param suspected highest probability of the suspected class, 0 to 1, or null before the result
 * @param positive whether that probability reaches the network's threshold, or null before the result and where no class may be told
 * @param filesAnnounced how many files the sendings that brought it announced; 0 before its reading
 * @param filesCame how many of these have come
 */
public record ExamSummary(
        ExamId id,
        String modality,
        @Nullable String patientSex,
        @Nullable String patientAge,
        long images,
        Instant receivedAt,
        ExamState state,
        Instant stateSince,
        int doneSteps,
        int allSteps,
        @Nullable Double suspected,
        @Nullable Boolean positive,
        int filesAnnounced,
        int filesCame) {
    /** What has to be told beside all that is said of it, where it has not come whole. */
    public Optional<Remark> incomplete() {
        return filesCame < filesAnnounced
                ? Optional.of(Remark.of("incomplete", filesCame, filesAnnounced))
                : Optional.empty();
    }

    /** The age in its unit, or null. */
    public @Nullable Integer ageNumber() {
        return patientAge == null ? null : Integer.valueOf(patientAge.substring(0, 3));
    }

    /** The age's unit, {@code D}, {@code W}, {@code M} or {@code Y}, or null. */
    public @Nullable String ageUnit() {
        return patientAge == null ? null : patientAge.substring(3);
    }
}

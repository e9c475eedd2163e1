package br.com.redcheck.exam.gallery;

import br.com.redcheck.exam.ReleasedExam;
import br.com.redcheck.exam.Truth;
import br.com.redcheck.vault.BlobRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exam in the gallery.
 *
 * @param sex as in DICOM (0010,0040), or null
 * @param ageFrom the first year of the patient's decade of life, or null
 * @param truth the label
 * @param preview a picture of the middle image, sealed like the copies
 */
record Publication(
        PublicationId id,
        String modality,
        @Nullable String sex,
        @Nullable Integer ageFrom,
        Truth truth,
        Licence licence,
        BlobRef preview,
        Instant publishedAt,
        int images) {
    private static final int DECADE = 10;

    static Publication of(
            PublicationId id, ReleasedExam exam, Licence licence, BlobRef preview, Instant now, int images) {
        return new Publication(
                id,
                exam.modality(),
                exam.patientSex(),
                decade(exam.patientAge()),
                Objects.requireNonNull(exam.truth()),
                licence,
                preview,
                now,
                images);
    }

    /** The last year of the decade. */
    public @Nullable Integer ageTo() {
        return ageFrom == null ? null : ageFrom + DECADE - 1;
    }

    private static @Nullable Integer decade(@Nullable String age) {
        if (age == null) {
            return null;
        }
        return age.endsWith("Y") ? Integer.parseInt(age.substring(0, 3)) / DECADE * DECADE : Integer.valueOf(0);
    }
}

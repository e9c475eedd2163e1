package br.com.redcheck.exam;

import br.com.redcheck.vault.BlobRef;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image that is on its owner's shelf already.
 *
 * @param uncovered its pixels without masks, while these have not been judged
 * @param originalSha256 of the file as it came
 * @param masks how many lie over it
 */
record HeldImage(UUID examId, UUID blob, @Nullable UUID uncovered, String originalSha256, long masks) {
    ExamId exam() {
        return new ExamId(examId);
    }

    /** Its pixels as they came; empty if nobody knows any more what lies under the masks. */
    Optional<BlobRef> asItCame() {
        return uncovered != null
                ? Optional.of(new BlobRef(uncovered))
                : Optional.of(new BlobRef(blob)).filter(all -> masks == 0);
    }
}

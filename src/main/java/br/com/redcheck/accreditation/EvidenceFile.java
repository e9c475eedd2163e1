package br.com.redcheck.accreditation;

import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.vault.BlobRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A paper that an applicant has shown. Its name is not kept: people write names into those.
 *
 * @param blob the file as it came
 * @param bytes its size
 * @param pages each page as a picture (JPEG) that we painted: whoever looks at these never opens a stranger's file
 */
record EvidenceFile(UUID id, PaperKind kind, BlobRef blob, long bytes, List<BlobRef> pages, Instant receivedAt) {
    /** The picture of a page, counted from 1. */
    BlobRef page(int number) {
        if (number < 1 || number > pages.size()) {
            throw new NoSuchCase();
        }
        return pages.get(number - 1);
    }
}

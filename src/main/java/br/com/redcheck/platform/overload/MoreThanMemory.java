package br.com.redcheck.platform.overload;

import br.com.redcheck.platform.Refusal;

/** Something would need more memory than this server lends to images, even if nothing else were being done. */
public final class MoreThanMemory extends Refusal {
    private static final long serialVersionUID = 1L;

    private static final long MEGABYTE = 1_000_000;

    /** @param bytes that all images together may take */
    MoreThanMemory(long bytes) {
        super("refusal.more-than-memory", bytes / MEGABYTE);
    }
}

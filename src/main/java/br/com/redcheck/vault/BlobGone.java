package br.com.redcheck.vault;

import br.com.redcheck.platform.Refusal;

/** What was sealed is no longer there: it was deleted, or its owner's key was forgotten. */
public class BlobGone extends Refusal {
    private static final long serialVersionUID = 1L;

    BlobGone() {
        super("refusal.blob-gone");
    }
}

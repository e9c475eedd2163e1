package br.com.redcheck.vault;

import br.com.redcheck.platform.OwnFault;

/** The sealed bytes are not where they belong, though nobody deleted them: the vault's disk is away, or has lost them. */
public class BlobMissing extends OwnFault {
    private static final long serialVersionUID = 1L;

    BlobMissing(BlobRef blob) {
        super("fault.blob-missing", "The blob " + blob.id() + " is not in the vault's folder");
    }
}

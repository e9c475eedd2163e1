package br.com.redcheck.exam;

import br.com.redcheck.vault.BlobRef;

/**
 * An image in the vault.
 *
 * @param viewable whether the viewer shows it as it is
 * @param bytes size of the Part 10 object before sealing
 * @param sha256 of the same, in hexadecimal
 */
record SealedImage(BlobRef blob, int frames, boolean viewable, long bytes, String sha256) {}

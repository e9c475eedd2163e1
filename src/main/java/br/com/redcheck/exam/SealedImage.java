package br.com.redcheck.exam;

import br.com.redcheck.vault.BlobRef;

/**
 * An image in the vault.
 *
 * @param bytes size of the Part 10 object before sealing
 * @param sha256 of the same, in hexadecimal
 */
record SealedImage(BlobRef blob, int frames, long bytes, String sha256) {}

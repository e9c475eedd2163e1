package br.com.redcheck.exam.gallery;

import br.com.redcheck.vault.BlobRef;

/**
 * A published copy of an image.
 *
 * @param number from 1, in the order in which they are looked at
 * @param bytes size of the Part 10 object
 * @param sha256 of the same, in hexadecimal
 */
record PublishedImage(int number, BlobRef blob, int frames, long bytes, String sha256) {}

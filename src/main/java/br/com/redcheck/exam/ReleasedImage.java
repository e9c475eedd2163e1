package br.com.redcheck.exam;

import java.util.UUID;

/**
 * An image of a released exam.
 *
 * @param frames how many frames it holds, 1 for a plain slice or film
 * @param sha256 of the de-identified Part 10 object, in hexadecimal
 */
public record ReleasedImage(ReleasedExam of, UUID series, UUID id, int frames, String sha256) {}

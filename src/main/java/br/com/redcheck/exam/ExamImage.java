package br.com.redcheck.exam;

import java.util.UUID;

/**
 * One image of an exam, de-identified.
 *
 * @param frames how many frames it holds, 1 for a plain slice or film
 * @param sha256 of the de-identified Part 10 object, in hexadecimal
 */
public record ExamImage(UUID id, int frames, String sha256) {}

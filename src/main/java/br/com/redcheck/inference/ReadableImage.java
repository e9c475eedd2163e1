package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import java.util.function.Supplier;

/**
 * One image of an exam: what its header says, and its pixels when they are asked for. Of a long series only a few are, a handful
 * at a time, so the supplier should open the file then and keep nothing.
 *
 * @param facts what decides whether and in which order it is read
 * @param pixels decodes the pixels; may refuse
 */
public record ReadableImage(ImageFacts facts, Supplier<GrayFrame> pixels) {}

package br.com.redcheck.exam;

import br.com.redcheck.dicom.DicomObject;

/**
 * Something that is done with an image while room for it is taken in memory. What it answers with must not hold on to the image.
 *
 * @param <T> what comes of it
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface ImageUse<T, E extends Exception> {
    /** Does it. */
    T of(DicomObject image) throws E;
}

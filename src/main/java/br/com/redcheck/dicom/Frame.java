package br.com.redcheck.dicom;

/**
 * The samples of one frame as they are stored, before any look-up table.
 *
 * <p>Colour is interleaved by pixel whatever the planar configuration of the file, and chroma that is stored for every second
 * pixel is repeated, so {@code samples} always holds {@code rows * columns * samplesPerPixel} numbers. Signed samples are
 * sign-extended; an unsigned 32-bit sample keeps its 32 bits ({@link Integer#toUnsignedLong}).
 */
@SuppressWarnings("ArrayRecordComponent") // millions of samples: handed over, not copied
public record Frame(int rows, int columns, int samplesPerPixel, int[] samples) {}

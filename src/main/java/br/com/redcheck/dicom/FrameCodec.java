package br.com.redcheck.dicom;

import java.io.IOException;

/** Turns the bytes of one compressed frame into samples. */
interface FrameCodec {
    /**
     * Decodes one frame to {@link PixelLayout#samplesPerFrame()} samples, interleaved by pixel.
     *
     * @throws IOException if the stream is broken
     * @throws UnreadablePixels if it does not agree with the header
     */
    int[] decode(byte[] stream, PixelLayout layout) throws IOException;
}

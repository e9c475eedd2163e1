package br.com.redcheck.dicom;

import java.io.IOException;

/** Knows the compressed streams of one kind, each of which is one frame. */
interface FrameCodec {
    /**
     * Decodes one frame to {@link PixelLayout#samplesPerFrame()} samples, interleaved by pixel.
     *
     * @throws IOException if the stream is broken
     * @throws UnreadablePixels if it does not agree with the header
     */
    int[] decode(byte[] stream, PixelLayout layout) throws IOException;

    /**
     * Of how many bits a stream says that its samples are; 0 if it does not say it, for the samples lie in it as in uncompressed pixel
     * data.
     *
     * @throws IOException if the stream is broken
     */
    int precision(byte[] stream, PixelLayout layout) throws IOException;

    /**
     * The stream that decodes to the same samples and holds nothing that a decoder does not need: no comments, no segments of
     * applications, no bytes behind its end.
     *
     * @throws IOException if the stream is broken
     */
    byte[] withoutComments(byte[] stream, PixelLayout layout) throws IOException;
}

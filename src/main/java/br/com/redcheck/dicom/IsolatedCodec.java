package br.com.redcheck.dicom;

import br.com.redcheck.dicom.JpegSegments.Segment;
import br.com.redcheck.dicom.UnreadablePixels.Reason;
import br.com.redcheck.dicom.decoder.IsolatedDecoder;
import br.com.redcheck.dicom.decoder.PictureSize;
import java.io.IOException;
import java.util.List;

/**
 * JPEG-LS and JPEG 2000, HTJ2K included, through a decoder that runs as a child process.
 *
 * <p>Everything that can be known from the stream's header is checked before a child is started.
 */
enum IsolatedCodec implements FrameCodec {
    /** Transfer syntaxes .80 and .81. */
    JPEG_LS("JPEG-LS", IsolatedDecoder.JPEG_LS) {
        @Override
        StreamHeader header(byte[] stream) throws IOException {
            StreamHeader header = StreamHeader.ofJpeg(stream);
            if (header.process() != SOF55) {
                throw new IOException("no JPEG-LS stream");
            }
            if (header.precision() > DEEPEST) {
                throw new UnreadablePixels(Reason.UNSUPPORTED_LAYOUT, "JPEG-LS > 16 bit");
            }
            if (header.components() > 1 && (header.precision() > 8 || interleave(stream) == BY_SAMPLE)) {
                throw new UnreadablePixels(Reason.UNSUPPORTED_LAYOUT, "JPEG-LS ILV 2");
            }
            return header;
        }

        @Override
        public int precision(byte[] stream, PixelLayout layout) throws IOException {
            return StreamHeader.ofJpeg(stream).precision();
        }

        @Override
        public byte[] withoutComments(byte[] stream, PixelLayout layout) throws IOException {
            return JpegSegments.of(stream).withoutComments();
        }
    },

    /** Transfer syntaxes .201, .202 and .203, and what {@link Jpeg2000Codec} leaves of .90 and .91. */
    JPEG_2000("JPEG 2000, HTJ2K", IsolatedDecoder.JPEG_2000) {
        @Override
        StreamHeader header(byte[] stream) throws IOException {
            StreamHeader header = StreamHeader.ofJpeg2000(stream);
            if (header.precision() > (header.highThroughput() ? DEEPEST : DEEPEST_OF_PART_1)) {
                throw new UnreadablePixels(Reason.UNSUPPORTED_LAYOUT, "JPEG 2000 > 12 bit");
            }
            return header;
        }

        @Override
        public int precision(byte[] wrapped, PixelLayout layout) throws IOException {
            return StreamHeader.ofJpeg2000(withoutComments(wrapped, layout)).precision();
        }

        @Override
        public byte[] withoutComments(byte[] stream, PixelLayout layout) throws IOException {
            return Jpeg2000Comments.removed(stream);
        }
    };

    private static final int DEEPEST = 16;

    /** FFmpeg leaves the last bits of deep coefficients out and says nothing: noise of 15 bits comes back up to 2 off. */
    static final int DEEPEST_OF_PART_1 = 12;

    private static final int SOF55 = 55;
    private static final int BY_SAMPLE = 2;

    private final String format;
    private final IsolatedDecoder decoder;

    IsolatedCodec(String format, IsolatedDecoder decoder) {
        this.format = format;
        this.decoder = decoder;
    }

    abstract StreamHeader header(byte[] stream) throws IOException;

    @Override
    public int[] decode(byte[] wrapped, PixelLayout layout) throws IOException {
        return decodeWhole(withoutComments(wrapped, layout), layout); // which finds out whether all of it is there
    }

    /** Decodes a stream that has come through {@link #withoutComments}. */
    int[] decodeWhole(byte[] stream, PixelLayout layout) throws IOException {
        StreamHeader header = checked(stream, layout);
        return samples(bytes(stream, header), header, layout);
    }

    /** What the child makes of a stream; a stream on which it dies or dwells is no stream to give to anybody else. */
    byte[] bytes(byte[] stream, StreamHeader header) throws IOException {
        if (!IsolatedDecoder.isAvailable()) {
            throw new UnreadablePixels(Reason.UNSUPPORTED, format);
        }
        PictureSize size = new PictureSize(header.rows(), header.columns(), header.components(), header.precision());
        return decoder.decode(List.of(stream), size);
    }

    /** What the stream says of itself, if that is something to decode. */
    StreamHeader checked(byte[] stream, PixelLayout layout) throws IOException {
        StreamHeader header = header(stream);
        header.mustAgreeWith(layout);
        return header;
    }

    /** From the bytes of the child, whose samples fill one or two bytes from the top, to what the stream means. */
    static int[] samples(byte[] bytes, StreamHeader header, PixelLayout layout) {
        boolean wide = header.precision() > 8;
        int shift = (wide ? 16 : 8) - header.precision();
        int zero = header.signed() ? 1 << (header.precision() - 1) : 0;
        int[] samples = new int[wide ? bytes.length / 2 : bytes.length];
        for (int i = 0; i < samples.length; i++) {
            int raw = wide ? (bytes[2 * i + 1] & 0xFF) << 8 | bytes[2 * i] & 0xFF : bytes[i] & 0xFF;
            int sample = (raw >> shift) - zero;
            // What knows no signed samples codes their bits as unsigned ones; their meaning is the data set's.
            samples[i] = layout.signed() ? PixelLayout.signExtended(sample, layout.bitsAllocated()) : sample;
        }
        return samples;
    }

    /** How the first scan mixes its components (T.87 C.2.3): the last parameter but one. */
    private static int interleave(byte[] stream) throws IOException {
        Segment scan = JpegSegments.of(stream).all().stream()
                .filter(segment -> segment.marker() == JpegSegments.SOS)
                .findFirst()
                .orElseThrow(() -> new IOException("JPEG-LS without a scan"));
        int interleave = scan.data() + 2 + 2 * (stream[scan.data()] & 0xFF);
        if (interleave >= scan.to()) {
            throw new IOException("JPEG-LS scan header");
        }
        return stream[interleave];
    }
}

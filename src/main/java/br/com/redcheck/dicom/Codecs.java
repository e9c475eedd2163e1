package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.util.Map;

/** Which decoder reads which compressed transfer syntax. */
final class Codecs {
    private static final FrameCodec JPEG_2000 = new Jpeg2000Codec();

    private static final Map<String, FrameCodec> BY_UID = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2.5", new RleCodec()),
            Map.entry("1.2.840.10008.1.2.8.1", new DeflatedCodec()),
            Map.entry("1.2.840.10008.1.2.4.50", JpegCodec.DCT),
            Map.entry("1.2.840.10008.1.2.4.51", JpegCodec.DCT),
            Map.entry("1.2.840.10008.1.2.4.53", JpegCodec.DCT),
            Map.entry("1.2.840.10008.1.2.4.55", JpegCodec.DCT),
            Map.entry("1.2.840.10008.1.2.4.57", JpegCodec.LOSSLESS),
            Map.entry("1.2.840.10008.1.2.4.70", JpegCodec.LOSSLESS),
            Map.entry("1.2.840.10008.1.2.4.80", IsolatedCodec.JPEG_LS),
            Map.entry("1.2.840.10008.1.2.4.81", IsolatedCodec.JPEG_LS),
            Map.entry("1.2.840.10008.1.2.4.90", JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.91", JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.201", IsolatedCodec.JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.202", IsolatedCodec.JPEG_2000),
            Map.entry("1.2.840.10008.1.2.4.203", IsolatedCodec.JPEG_2000));

    private static final Map<String, String> NAMES_OF_UNREAD = Map.of(
            "1.2.840.10008.1.2.4.92",
            "JPEG 2000 Part 2",
            "1.2.840.10008.1.2.4.93",
            "JPEG 2000 Part 2",
            "1.2.840.10008.1.2.4.100",
            "MPEG2",
            "1.2.840.10008.1.2.4.102",
            "MPEG-4 AVC/H.264",
            "1.2.840.10008.1.2.4.107",
            "HEVC/H.265");

    private Codecs() {}

    /**
     * The decoder of this syntax.
     *
     * @throws UnreadablePixels (UNSUPPORTED) if there is none
     */
    static FrameCodec of(TransferSyntax syntax) {
        FrameCodec codec = BY_UID.get(syntax.uid());
        if (codec == null) {
            String name = NAMES_OF_UNREAD.getOrDefault(syntax.uid(), "");
            throw new UnreadablePixels(Reason.UNSUPPORTED, name.isEmpty() ? syntax.uid() : name);
        }
        return codec;
    }
}

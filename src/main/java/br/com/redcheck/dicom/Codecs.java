package br.com.redcheck.dicom;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.util.Map;

/** Which decoder reads which compressed transfer syntax. */
final class Codecs {
    private static final Map<String, FrameCodec> BY_UID = Map.of(
            "1.2.840.10008.1.2.5",
            new RleCodec(),
            "1.2.840.10008.1.2.4.50",
            JpegCodec.BASELINE,
            "1.2.840.10008.1.2.4.57",
            JpegCodec.LOSSLESS,
            "1.2.840.10008.1.2.4.70",
            JpegCodec.LOSSLESS,
            "1.2.840.10008.1.2.4.90",
            new Jpeg2000Codec(),
            "1.2.840.10008.1.2.4.91",
            new Jpeg2000Codec());

    private static final Map<String, String> NAMES_OF_UNREAD = Map.ofEntries(
            Map.entry("1.2.840.10008.1.2.4.51", "JPEG Extended"),
            Map.entry("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection"),
            Map.entry("1.2.840.10008.1.2.4.55", "JPEG Full Progression"),
            Map.entry("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
            Map.entry("1.2.840.10008.1.2.4.81", "JPEG-LS Near-lossless"),
            Map.entry("1.2.840.10008.1.2.4.100", "MPEG2"),
            Map.entry("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264"),
            Map.entry("1.2.840.10008.1.2.4.107", "HEVC/H.265"),
            Map.entry("1.2.840.10008.1.2.4.201", "HTJ2K Lossless"),
            Map.entry("1.2.840.10008.1.2.4.202", "HTJ2K Lossless RPCL"),
            Map.entry("1.2.840.10008.1.2.4.203", "HTJ2K"),
            Map.entry("1.2.840.10008.1.2.8.1", "Deflated Image Frame"));

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

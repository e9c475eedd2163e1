package br.com.redcheck.dicom;

import java.util.stream.IntStream;

/** Pixels for programs that do not know how an object keeps them: uncompressed and little endian. */
public final class UncompressedPixels {
    private static final int BYTE = 8;

    private UncompressedPixels() {}

    /**
     * A copy in Explicit VR Little Endian, each sample as it is decoded.
     *
     * @throws UnreadablePixels if the picture cannot be decoded
     */
    public static DicomObject of(DicomObject object, DicomLimits limits) {
        PixelData pixels = PixelData.of(object, limits);
        PixelLayout layout = pixels.layout();
        long bytes = NativeSamples.bytesOfAll(layout);
        NativeSamples samples = NativeSamples.ofFrame(new byte[Math.toIntExact(bytes + bytes % 2)], layout);
        IntStream.range(0, layout.frames())
                .forEach(frame -> samples.put(frame, pixels.frame(frame).samples()));
        DataSet copy = object.dataSet().copy();
        copy.remove(Tag.EXTENDED_OFFSET_TABLE);
        copy.remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
        if (layout.photometric().equals("YBR_RCT") || layout.photometric().equals("YBR_ICT")) {
            copy.putString(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB"); // the decoder has undone the transform
        }
        copy.put(Element.of(Tag.PIXEL_DATA, layout.bitsAllocated() > BYTE ? Vr.OW : Vr.OB, samples.bytes()));
        return new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, copy);
    }
}

package br.com.redcheck.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes out of pixel data what is no picture: comments within compressed streams and bytes behind the last sample. */
final class CompressedStreams {
    private CompressedStreams() {}

    /**
     * A copy whose pixel data decode to the same samples. Each frame then has one fragment; offset tables are written afresh,
     * the extended ones left out.
     *
     * @throws UnreadablePixels if the pixel data are broken, or of a kind that is not decoded either
     */
    static DicomObject withoutComments(DicomObject object, DicomLimits limits) {
        DataSet copy = object.dataSet().copy();
        copy.remove(Tag.EXTENDED_OFFSET_TABLE);
        copy.remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
        copy.element(Tag.PIXEL_DATA).ifPresent(pixelData -> {
            PixelLayout layout = PixelLayoutReader.read(copy, limits);
            copy.put(
                    pixelData.isEncapsulated()
                            ? frames(pixelData, layout, Codecs.of(object.transferSyntax()))
                            : withoutTail(pixelData, layout));
        });
        return new DicomObject(object.transferSyntax(), copy);
    }

    private static Element frames(Element pixelData, PixelLayout layout, FrameCodec codec) {
        Fragments fragments = Fragments.of(pixelData, layout.frames());
        List<byte[]> frames = new ArrayList<>();
        try {
            for (int index = 0; index < layout.frames(); index++) {
                frames.add(codec.withoutComments(fragments.frame(index), layout));
            }
        } catch (IOException e) {
            throw UnreadablePixels.corrupt(e);
        }
        return Fragments.element(pixelData.vr(), frames);
    }

    private static Element withoutTail(Element pixelData, PixelLayout layout) {
        long length = NativeSamples.bytesOfAll(layout);
        if (pixelData.value().length <= length) {
            return pixelData;
        }
        return Element.of(pixelData.tag(), pixelData.vr(), Arrays.copyOf(pixelData.value(), (int) length));
    }
}

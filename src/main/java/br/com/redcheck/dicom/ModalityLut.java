package br.com.redcheck.dicom;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** From stored values to the units of the modality (PS3.3 C.11.1). */
final class ModalityLut {
    private ModalityLut() {}

    /**
     * The table if there is one, else slope and intercept, else the stored value itself.
     *
     * @throws UnreadablePixels if slope or intercept is no number, or makes all values one
     */
    static IntToDoubleFunction of(FunctionalGroups groups, boolean signed) {
        Optional<DataSet> item = LookupTable.item(groups.object(), Tag.MODALITY_LUT_SEQUENCE);
        if (item.isPresent()) {
            LookupTable table = LookupTable.of(item.get(), Tag.LUT_DESCRIPTOR, Tag.LUT_DATA, signed);
            return table::at;
        }
        DataSet rescale = groups.holding(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_SLOPE);
        double slope = rescale.understood(Tag.RESCALE_SLOPE).orElse(1);
        double intercept = rescale.understood(Tag.RESCALE_INTERCEPT).orElse(0);
        if (slope == 0 || Math.abs(slope) * 0x1p32 + Math.abs(intercept) > Float.MAX_VALUE) {
            throw new UnreadablePixels(UnreadablePixels.Reason.HEADER, "RescaleSlope");
        }
        return value -> value * slope + intercept;
    }
}

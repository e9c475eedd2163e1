package br.com.redcheck.dicom;

/** Turns the samples of a colour picture into red, green and blue of 8 bits. */
record Colour(DataSet dataSet, PixelLayout layout) {
    Frame rgb(Frame frame) {
        int[] rgb = switch (layout.photometric()) {
            case "PALETTE COLOR" -> looked(frame.samples());
            case "YBR_FULL", "YBR_FULL_422" -> fromYbr(narrowed(frame.samples()));
            // The JPEG 2000 decoder has undone its own colour transform.
            case "RGB", "YBR_RCT", "YBR_ICT" -> narrowed(frame.samples());
            default -> throw new IllegalStateException(layout.photometric() + " is no colour");
        };
        return new Frame(frame.rows(), frame.columns(), 3, rgb);
    }

    private int[] looked(int[] indexes) {
        LookupTable[] tables = {
            table(
                    Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                    Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                    Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA),
            table(
                    Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                    Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                    Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA),
            table(
                    Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                    Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                    Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA)
        };
        int[] rgb = new int[3 * indexes.length];
        for (int i = 0; i < rgb.length; i++) {
            LookupTable table = tables[i % 3];
            rgb[i] = eightBits(table.at(layout.value(indexes[i / 3])), table.bits());
        }
        return rgb;
    }

    private LookupTable table(int descriptor, int data, int segments) {
        return dataSet.contains(segments)
                ? LookupTable.ofSegments(dataSet, descriptor, segments, layout.signed())
                : LookupTable.of(dataSet, descriptor, data, layout.signed());
    }

    private int[] narrowed(int[] samples) {
        int[] narrow = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            narrow[i] = eightBits(layout.value(samples[i]), layout.bitsStored());
        }
        return narrow;
    }

    private static int eightBits(int value, int bits) {
        int narrow = bits > 8 ? value >> (bits - 8) : value;
        return narrow > 0xFF ? 0xFF : narrow & 0xFF;
    }

    /** The inverse of the equations of PS3.3 C.7.6.3.1.2. */
    private static int[] fromYbr(int[] ybr) {
        int[] rgb = new int[ybr.length];
        for (int i = 0; i < ybr.length; i += 3) {
            double luminance = ybr[i];
            double blueness = ybr[i + 1] - 128;
            double redness = ybr[i + 2] - 128;
            rgb[i] = clamped(luminance + 1.402 * redness);
            rgb[i + 1] = clamped(luminance - 0.344136 * blueness - 0.714136 * redness);
            rgb[i + 2] = clamped(luminance + 1.772 * blueness);
        }
        return rgb;
    }

    private static int clamped(double value) {
        return (int) Math.max(0, Math.min(255, Math.rint(value)));
    }
}

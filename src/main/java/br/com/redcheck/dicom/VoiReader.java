package br.com.redcheck.dicom;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the window or table that an object proposes for a frame. */
final class VoiReader {
    private VoiReader() {}

    /**
     * The first window, else the first table; empty if the header has neither or only what makes no sense.
     *
     * @param signed whether the values in modality units may be negative
     */
    static Optional<Voi> read(FunctionalGroups groups, boolean signed) {
        Optional<Voi> window = window(groups.holding(Tag.FRAME_VOI_LUT_SEQUENCE, Tag.WINDOW_CENTER));
        return window.or(() -> table(groups.holding(Tag.FRAME_VOI_LUT_SEQUENCE, Tag.VOI_LUT_SEQUENCE), signed));
    }

    private static Optional<Voi> window(DataSet from) {
        OptionalDouble center = from.decimal(Tag.WINDOW_CENTER);
        OptionalDouble width = from.decimal(Tag.WINDOW_WIDTH);
        Window.Function function = function(from);
        if (center.isEmpty() || width.isEmpty() || !Window.isWidth(width.getAsDouble(), function)) {
            return Optional.empty();
        }
        return Optional.of(new Window(center.getAsDouble(), width.getAsDouble(), function));
    }

    private static Window.Function function(DataSet from) {
        return switch (from.string(Tag.VOI_LUT_FUNCTION).orElse("").toUpperCase(Locale.ROOT)) {
            case "SIGMOID" -> Window.Function.SIGMOID;
            case "LINEAR_EXACT" -> Window.Function.LINEAR_EXACT;
            default -> Window.Function.LINEAR;
        };
    }

    private static Optional<Voi> table(DataSet from, boolean signed) {
        return LookupTable.item(from, Tag.VOI_LUT_SEQUENCE)
                .map(item -> new VoiTable(LookupTable.of(item, Tag.LUT_DESCRIPTOR, Tag.LUT_DATA, signed)));
    }
}

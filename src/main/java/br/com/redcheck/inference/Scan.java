package br.com.redcheck.inference;

import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.FunctionalGroups;
import br.com.redcheck.dicom.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Of which scan, and of which reconstruction of it, a slice is, as far as its header says.
 *
 * @param timePoint TemporalPositionIdentifier, of a frame its TemporalPositionIndex; counts from 1
 * @param acquisition AcquisitionNumber, of a frame its FrameAcquisitionNumber
 * @param began AcquisitionDate and AcquisitionTime, as they stand there
 * @param reconstruction thickness, kernel, matrix and spacing of pixels, in one text
 */
public record Scan(OptionalInt timePoint, OptionalInt acquisition, String began, String reconstruction) {
    /** Earlier scans first. */
    static final Comparator<Scan> EARLIER = Comparator.<Scan>comparingInt(scan -> scan.timePoint.orElse(0))
            .thenComparingInt(scan -> scan.acquisition.orElse(0))
            .thenComparing(Scan::began);

    /** @param frame from 0 */
    static Scan of(DataSet header, int frame) {
        FunctionalGroups groups = new FunctionalGroups(header, frame);
        return new Scan(
                frameOr(groups, Tag.TEMPORAL_POSITION_INDEX, Tag.TEMPORAL_POSITION_IDENTIFIER),
                frameOr(groups, Tag.FRAME_ACQUISITION_NUMBER, Tag.ACQUISITION_NUMBER),
                header.string(Tag.ACQUISITION_DATE).orElse("")
                        + header.string(Tag.ACQUISITION_TIME).orElse(""),
                reconstruction(header));
    }

    private static OptionalInt frameOr(FunctionalGroups groups, int ofFrame, int ofObject) {
        OptionalInt number = groups.holding(Tag.FRAME_CONTENT_SEQUENCE, ofFrame).integer(ofFrame);
        return number.isPresent() ? number : groups.object().integer(ofObject);
    }

    private static String reconstruction(DataSet header) {
        String numbers = IntStream.of(Tag.SLICE_THICKNESS, Tag.ROWS, Tag.COLUMNS, Tag.PIXEL_SPACING)
                .mapToObj(tag -> Arrays.toString(header.decimals(tag)))
                .collect(Collectors.joining());
        return numbers + String.join("\\", header.strings(Tag.CONVOLUTION_KERNEL));
    }
}

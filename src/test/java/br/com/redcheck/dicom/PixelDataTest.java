package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.dicom.UnreadablePixels.Reason;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelDataTest {
    private static final int OVERLAY_BIT_POSITION = 0x60000102;

    @Test
    void signedSamplesBecomeHounsfieldUnits() {
        PixelData pixels = new Picture(1, 3)
                .signed()
                .text(Tag.RESCALE_SLOPE, Vr.DS, "2")
                .text(Tag.RESCALE_INTERCEPT, Vr.DS, "-1024")
                .words(-5, 0, 700)
                .pixels();
        assertThat(pixels.frame(0).samples()).containsExactly(-5, 0, 700);
        assertThat(pixels.gray(0).values()).containsExactly(-1034, -1024, 376);
    }

    @Test
    void theCommaOfALanguageIsUnderstood() {
        PixelData pixels = new Picture(1, 2)
                .text(Tag.RESCALE_SLOPE, Vr.DS, "0,5")
                .text(Tag.RESCALE_INTERCEPT, Vr.DS, "-10,25")
                .words(0, 100)
                .pixels();
        assertThat(pixels.gray(0).values()).containsExactly(-10.25f, 39.75f);
    }

    /** A default in their place would make another picture of it. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "nan", "1.2.3", "um", "1e999"})
    void aSlopeThatSaysNothingIsRefusedByName(String slope) {
        PixelData pixels = new Picture(1, 2)
                .text(Tag.RESCALE_SLOPE, Vr.DS, slope)
                .words(0, 100)
                .pixels();
        assertThatThrownBy(() -> pixels.gray(0)).isInstanceOfSatisfying(UnreadablePixels.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.HEADER);
            assertThat(refusal.arguments()).containsExactly("RescaleSlope");
        });
    }

    @Test
    void anEmptySlopeIsNone() {
        PixelData pixels = new Picture(1, 2)
                .text(Tag.RESCALE_SLOPE, Vr.DS, "")
                .words(0, 100)
                .pixels();
        assertThat(pixels.gray(0).values()).containsExactly(0, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "MONOCHROME1, '', true",
        "MONOCHROME1, INVERSE, true",
        "MONOCHROME2, INVERSE, true",
        "MONOCHROME2, IDENTITY, false"
    })
    void whatIsSaidTwiceOfThePolarityTurnsThePictureRoundOnce(String photometric, String shape, boolean inverted) {
        PixelData pixels = new Picture(1, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric)
                .text(Tag.PRESENTATION_LUT_SHAPE, Vr.CS, shape)
                .words(1)
                .pixels();
        assertThat(pixels.gray(0).inverted()).isEqualTo(inverted);
    }

    @Test
    void overlayBitsAboveTheStoredOnesStayInTheFrameAndNotInTheGray() {
        PixelData pixels = new Picture(1, 2)
                .bits(16, 12)
                .number(OVERLAY_BIT_POSITION, 15)
                .number(OVERLAY_BIT_POSITION + 0x20000, 12)
                .words(0x9123, 0x0FFF)
                .pixels();
        assertThat(pixels.frame(0).samples()).containsExactly(0x9123, 0x0FFF);
        assertThat(pixels.gray(0).values()).containsExactly(0x123, 0xFFF);
    }

    @Test
    void whatIsGreaterThanTheStoredBitsIsWhiteAndNotWhatIsLeftOfIt() {
        assertThat(new Picture(1, 3)
                        .bits(16, 12)
                        .words(0x1001, 0xFFFF, 0x0FFF)
                        .pixels()
                        .gray(0)
                        .values())
                .containsExactly(0xFFF, 0xFFF, 0xFFF);
        assertThat(new Picture(1, 4)
                        .signed()
                        .bits(16, 12)
                        .words(0x1001, 0x8000, 0xFFFE, 0x0FFE)
                        .pixels()
                        .gray(0)
                        .values())
                .containsExactly(2047, -2048, -2, -2);
    }

    /** As a program writes them that compresses the cells as they are. */
    @Test
    void signedSamplesOfTwelveBitsInAStreamOfSixteenAreExtendedFromTheirOwnSign() {
        PixelData pixels = new Picture(1, 2)
                .signed()
                .bits(16, 12)
                .fragments(Streams.LOSSLESS, Streams.lossless(1, 2, 0x0FFF, 0x07FF))
                .pixels();
        assertThat(pixels.gray(0).values()).containsExactly(-1, 2047);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamThatSaysItsPrecisionIsBelievedMoreThanTheStoredBits(boolean signed) {
        int[] samples = new int[64];
        samples[5] = 4100;
        samples[6] = signed ? -3000 : 65_000;
        Picture picture = new Picture(8, 8).bits(16, 12);
        PixelData pixels = (signed ? picture.signed() : picture)
                .fragments(Streams.LOSSLESS, Streams.lossless(8, 8, samples))
                .pixels();
        assertThat(pixels.gray(0).values()[5]).isEqualTo(4100);
        assertThat(pixels.gray(0).values()[6]).isEqualTo(samples[6]);
    }

    @Test
    void signedSamplesOfTwelveBitsAreExtendedFromTheirOwnSign() {
        PixelData pixels =
                new Picture(1, 2).signed().bits(16, 12).words(0x0FFF, 0x07FF).pixels();
        assertThat(pixels.gray(0).values()).containsExactly(-1, 2047);
    }

    @Test
    void aModalityTableTakesThePlaceOfTheSlope() {
        DataSet table = new DataSet();
        table.putShorts(Tag.LUT_DESCRIPTOR, Vr.US, 3, 10, 16);
        table.put(Element.of(Tag.LUT_DATA, Vr.OW, Picture.wide(100, 200, 40_000)));
        PixelData pixels = new Picture(1, 4)
                .sequence(Tag.MODALITY_LUT_SEQUENCE, table)
                .words(0, 10, 11, 500)
                .pixels();
        assertThat(pixels.gray(0).values()).containsExactly(100, 100, 200, 40_000);
    }

    @Test
    void anEmptyTableIsNone() {
        DataSet nothing = new DataSet();
        nothing.putShorts(Tag.LUT_DESCRIPTOR, Vr.US);
        PixelData pixels = new Picture(1, 1)
                .sequence(Tag.MODALITY_LUT_SEQUENCE, nothing)
                .sequence(Tag.VOI_LUT_SEQUENCE, nothing)
                .words(3)
                .pixels();
        assertThat(pixels.gray(0).values()).containsExactly(3);
        assertThat(pixels.voi(0)).isEmpty();
    }

    @Test
    void anEnhancedObjectRescalesEachFrameByItsOwnGroup() {
        DataSet rescale = new DataSet();
        rescale.putString(Tag.RESCALE_SLOPE, Vr.DS, "10");
        rescale.putString(Tag.RESCALE_INTERCEPT, Vr.DS, "1");
        DataSet group = new DataSet();
        group.put(Element.sequence(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, List.of(rescale)));
        PixelData pixels = new Picture(1, 1)
                .frames(2)
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, group)
                .words(7, 7)
                .pixels();
        assertThat(pixels.gray(0).values()).containsExactly(71);
        assertThat(pixels.gray(1).values()).containsExactly(7);
    }

    @Test
    void paddingIsMarkedWhateverItsSignInTheHeader() {
        GrayFrame gray = new Picture(1, 4)
                .signed()
                .number(Tag.PIXEL_PADDING_VALUE, -2000 & 0xFFFF)
                .number(Tag.PIXEL_PADDING_RANGE_LIMIT, -1990 & 0xFFFF)
                .words(-2000, -1995, -1000, 0)
                .pixels()
                .gray(0);
        assertThat(gray.padding().stream()).containsExactly(0, 1);
    }

    @Test
    void planesBecomePixels() {
        PixelData pixels = new Picture(1, 2)
                .colour("RGB")
                .number(Tag.PLANAR_CONFIGURATION, 1)
                .bytes(1, 2, 3, 4, 5, 6)
                .pixels();
        assertThat(pixels.frame(0).samples()).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(pixels.rgb(0).samples()).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void halvedChromaIsRepeatedAndTurnedIntoRed() {
        PixelData pixels =
                new Picture(1, 2).colour("YBR_FULL_422").bytes(76, 255, 85, 255).pixels();
        assertThat(pixels.frame(0).samples()).containsExactly(76, 85, 255, 255, 85, 255);
        assertThat(pixels.rgb(0).samples()).startsWith(254, 0, 0);
    }

    @Test
    void aPaletteGivesIndexesInTheFrameAndColoursInRgb() {
        Picture picture =
                new Picture(1, 2).photometric("PALETTE COLOR").bits(8, 8).bytes(0, 1);
        int[][] colours = {{0x1100, 0x2200}, {0x3300, 0x4400}, {0x5500, 0x6600}};
        for (int i = 0; i < 3; i++) {
            picture.number(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i, 2, 0, 16);
            picture.dataSet()
                    .put(Element.of(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + i, Vr.OW, Picture.wide(colours[i])));
        }
        assertThat(picture.pixels().frame(0).samples()).containsExactly(0, 1);
        assertThat(picture.pixels().rgb(0).samples()).containsExactly(0x11, 0x33, 0x55, 0x22, 0x44, 0x66);
    }

    @Test
    void aSegmentedPaletteIsWrittenOut() {
        byte[] wide = Picture.wide(0, 2, 10, 20, 1, 2, 40, 2, 1, 0, 0);
        assertThat(SegmentedPalette.entries(wide, 16, 6)).containsExactly(10, 20, 30, 40, 10, 20);
        refused(Reason.HEADER, () -> SegmentedPalette.entries(wide, 16, 5));
        refused(Reason.HEADER, () -> SegmentedPalette.entries(wide, 16, 7));
        refused(Reason.HEADER, () -> SegmentedPalette.entries(Picture.wide(2, 1, 0, 0), 16, 1));
    }

    @Test
    void aFrameOfSingleBitsMayBeginInsideAByte() {
        PixelData pixels =
                new Picture(1, 3).bits(1, 1).frames(2).bytes(0b101_010, 0).pixels();
        assertThat(pixels.frame(0).samples()).containsExactly(0, 1, 0);
        assertThat(pixels.frame(1).samples()).containsExactly(1, 0, 1);
    }

    @Test
    void wideSamplesOfBigEndianFilesAreWhole() {
        DataSet dataSet = new Picture(1, 1).bits(32, 32).dataSet();
        // 0x01020304 in a big-endian file, after the reader has turned its 16-bit words
        dataSet.put(Element.of(Tag.PIXEL_DATA, Vr.OW, Picture.packed(2, 1, 4, 3)));
        DicomObject object = new DicomObject(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, dataSet);
        assertThat(PixelData.of(object, DicomLimits.defaults()).frame(0).samples())
                .containsExactly(0x01020304);
    }

    @Test
    void sizesAreCheckedBeforeMemoryIsTaken() {
        refused(Reason.TOO_LARGE, () -> new Picture(65_535, 65_535).words(0).pixels());
        refused(
                Reason.TOO_LARGE,
                () -> new Picture(1, 1).frames(1_000_000).words(0).pixels());
        refused(Reason.TRUNCATED, () -> new Picture(2, 2).words(1, 2, 3).pixels());
        refused(Reason.TRUNCATED, () -> new Picture(1, 1).frames(2).words(1).pixels());
    }

    @Test
    void whatCannotBeReadIsRefusedByName() {
        refused(Reason.NO_PIXEL_DATA, () -> new Picture(1, 1).pixels());
        refused(
                Reason.COLOUR,
                () -> new Picture(1, 1).colour("RGB").bytes(1, 2, 3).pixels().gray(0));
        refused(
                Reason.UNSUPPORTED_LAYOUT,
                () -> new Picture(1, 1).bits(64, 64).words(0, 0, 0, 0).pixels());
        refused(Reason.HEADER, () -> new Picture(1, 1).bits(16, 17).words(0).pixels());
        refused(Reason.HEADER, () -> new Picture(0, 1).words(0).pixels());
        refused(
                Reason.HEADER,
                () -> new Picture(1, 1).photometric("RGB").words(0).pixels());
        DicomObject floats = new Picture(1, 1).object();
        floats.dataSet().put(Element.of(Tag.FLOAT_PIXEL_DATA, Vr.OF, new byte[4]));
        refused(Reason.FLOAT, () -> PixelData.of(floats, DicomLimits.defaults()));
    }

    @Test
    void aSyntaxWithoutDecoderIsNamed() {
        assertThatThrownBy(() -> new Picture(1, 1)
                        .fragments("1.2.840.10008.1.2.4.100", new byte[2])
                        .pixels())
                .isInstanceOfSatisfying(UnreadablePixels.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("refusal.unreadable-pixels.unsupported");
                    assertThat(refusal.arguments()).containsExactly("MPEG2");
                });
    }

    static void refused(Reason reason, ThrowingCallable wish) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        UnreadablePixels.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}

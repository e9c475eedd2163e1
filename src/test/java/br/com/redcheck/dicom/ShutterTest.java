package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Display shutters over a picture of 5 rows by 6 columns; what they hide is marked. */
class ShutterTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 6;

    @Test
    void aRectangleShowsItsEdges() {
        assertThat(hidden(rectangle(picture("RECTANGULAR"))))
                .containsExactly("######", "#..###", "#..###", "#..###", "######");
    }

    @Test
    void aCircleShowsWhatIsWithinItsRadius() {
        assertThat(hidden(circle(picture("CIRCULAR"))))
                .containsExactly("######", "##.###", "#...##", "##.###", "######");
    }

    @Test
    void aPolygonShowsItsInsideAndItsOutline() {
        Picture triangle = picture("POLYGONAL").text(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, Vr.IS, "1\\1\\5\\1\\5\\5");

        assertThat(hidden(triangle)).containsExactly(".#####", "..####", "...###", "....##", ".....#");
    }

    @Test
    void ofSeveralShapesOnlyWhatAllShowIsShown() {
        assertThat(hidden(circle(rectangle(picture("RECTANGULAR\\CIRCULAR")))))
                .containsExactly("######", "##.###", "#..###", "##.###", "######");
    }

    @Test
    void aFrameMayHaveItsOwn() {
        DataSet shutter = rectangle(picture("RECTANGULAR")).dataSet();
        DataSet group = new DataSet();
        group.put(Element.sequence(Tag.FRAME_DISPLAY_SHUTTER_SEQUENCE, List.of(shutter)));
        Picture frames = new Picture(ROWS, COLUMNS).sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, group);

        assertThat(hidden(frames)).containsExactly("######", "#..###", "#..###", "#..###", "######");
    }

    @Test
    void aShutterThatLacksANumberOrHidesEverythingHidesNothing() {
        assertThat(hidden(picture("RECTANGULAR"))).containsOnly("......");
        assertThat(hidden(picture("CIRCULAR")
                        .text(Tag.CENTER_OF_CIRCULAR_SHUTTER, Vr.IS, "90\\90")
                        .text(Tag.RADIUS_OF_CIRCULAR_SHUTTER, Vr.IS, "2")))
                .containsOnly("......");
    }

    @Test
    void numbersThatAreNotUnderstoodAreRefused() {
        Picture broken = circle(picture("CIRCULAR")).text(Tag.RADIUS_OF_CIRCULAR_SHUTTER, Vr.IS, "wide");

        assertThatExceptionOfType(UnreadablePixels.class).isThrownBy(() -> hidden(broken));
    }

    @Test
    void whatIsHiddenIsNoPartOfThePicture() {
        GrayFrame gray = rectangle(picture("RECTANGULAR"))
                .words(IntStream.range(0, ROWS * COLUMNS).toArray())
                .pixels()
                .gray(0);

        assertThat(gray.padding().cardinality()).isEqualTo(24);
        assertThat(gray.display(new Window(0, 2))[0]).isZero();
    }

    private static Picture picture(String shapes) {
        return new Picture(ROWS, COLUMNS).text(Tag.SHUTTER_SHAPE, Vr.CS, shapes);
    }

    private static Picture rectangle(Picture picture) {
        return picture.text(Tag.SHUTTER_LEFT_VERTICAL_EDGE, Vr.IS, "2")
                .text(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, Vr.IS, "3")
                .text(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, Vr.IS, "2")
                .text(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, Vr.IS, "4");
    }

    private static Picture circle(Picture picture) {
        return picture.text(Tag.CENTER_OF_CIRCULAR_SHUTTER, Vr.IS, "3\\3")
                .text(Tag.RADIUS_OF_CIRCULAR_SHUTTER, Vr.IS, "1");
    }

    private static List<String> hidden(Picture picture) {
        BitSet hidden = Shutter.hidden(new FunctionalGroups(picture.dataSet(), 0), ROWS, COLUMNS);
        return IntStream.range(0, ROWS)
                .mapToObj(row -> IntStream.range(0, COLUMNS)
                        .mapToObj(column -> hidden.get(row * COLUMNS + column) ? "#" : ".")
                        .collect(Collectors.joining()))
                .toList();
    }
}

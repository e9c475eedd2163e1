package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A published copy shows the same picture, and nothing else of where it comes from. */
class PublishedCopyTest {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    private final DicomObject film = film();

    @Test
    void noUidOfTheOriginalIsLeftAndThoseOfTheStandardStay() {
        DataSet copy = new PublishedCopy("X").of(film).dataSet();

        assertThat(uids(copy)).doesNotContainAnyElementsOf(uids(film.dataSet()));
        assertThat(copy.string(Tag.SOP_CLASS_UID)).isEqualTo(film.dataSet().string(Tag.SOP_CLASS_UID));
        assertThat(copy.string(Tag.STUDY_INSTANCE_UID).orElseThrow()).matches("2\\.25\\.[1-9][0-9]*");
    }

    @Test
    void imagesOfOneExamKeepPointingAtEachOtherAndThoseOfTwoPublicationsDoNot() {
        PublishedCopy copies = new PublishedCopy("X");
        String first = study(copies);

        assertThat(study(copies)).isEqualTo(first);
        assertThat(study(new PublishedCopy("X"))).isNotEqualTo(first);
    }

    @Test
    void noDateAndNoFreeTextIsLeft() {
        film.dataSet().putString(Tag.STUDY_DESCRIPTION, Vr.LO, "TORAX DO LEITO 12");
        film.dataSet().putString(Tag.PATIENT_AGE, Vr.AS, "047Y");

        DataSet copy = new PublishedCopy("COVID-DICOM-1").of(film).dataSet();

        assertThat(copy.string(Tag.STUDY_DATE)).isEmpty();
        assertThat(copy.string(Tag.STUDY_DESCRIPTION)).isEmpty();
        assertThat(copy.string(Tag.PATIENT_ID)).contains("COVID-DICOM-1");
        assertThat(copy.string(Tag.PATIENT_AGE)).contains("040Y");
        assertThat(copy.string(Tag.MODALITY)).isEqualTo(film.dataSet().string(Tag.MODALITY));
        assertThat(all(copy).filter(element -> Set.of(Vr.DA, Vr.TM, Vr.DT).contains(element.vr())))
                .allSatisfy(element -> assertThat(element.value()).isEmpty());
        assertThat(all(copy).filter(element -> Tag.isPrivate(element.tag()))).isEmpty();
    }

    @Test
    void thePictureIsTheSame() {
        DicomObject copy = new PublishedCopy("X").of(film);

        assertThat(PixelData.of(copy, DicomLimits.defaults()).gray(0).display(new Window(0, 4096)))
                .isEqualTo(PixelData.of(film, DicomLimits.defaults()).gray(0).display(new Window(0, 4096)));
    }

    private String study(PublishedCopy copies) {
        return copies.of(film).dataSet().string(Tag.STUDY_INSTANCE_UID).orElseThrow();
    }

    private static List<String> uids(DataSet set) {
        return all(set).filter(element -> element.vr() == Vr.UI)
                .flatMap(element -> set.strings(element.tag()).stream())
                .filter(uid -> !Pseudonyms.isWellKnown(uid))
                .collect(Collectors.toList());
    }

    private static Stream<Element> all(DataSet set) {
        return set.stream()
                .flatMap(element -> Stream.concat(
                        Stream.of(element), element.items().stream().flatMap(PublishedCopyTest::all)));
    }

    private static DicomObject film() {
        try (InputStream in = Files.newInputStream(FILM)) {
            return DicomObject.read(in, DicomLimits.defaults());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package br.com.redcheck.inference;

import br.com.redcheck.dicom.DataSet;
import br.com.redcheck.dicom.FunctionalGroups;
import br.com.redcheck.dicom.PatientAge;
import br.com.redcheck.dicom.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of an image's header decides whether, and in which order, a network reads it. Small, so that it can be kept for every
 * slice of a long series, and without a word about the patient.
 *
 * @param modality Modality
 * @param imageType the values of ImageType
 * @param photometricInterpretation PhotometricInterpretation; empty if absent
 * @param samplesPerPixel SamplesPerPixel, 1 for gray images
 * @param bodyPart BodyPartExamined
 * @param viewPosition ViewPosition
 * @param descriptions what people call it: SeriesDescription, and the meanings in ViewCodeSequence
 * @param forProcessing whether it is the raw material of a picture, not the picture that is meant to be looked at
 * @param age the patient's, in years
 * @param patientOrientation the values of PatientOrientation
 * @param orientation ImageOrientationPatient, six direction cosines; empty if absent
 * @param positionZ the third number of ImagePositionPatient, in millimetres towards the head
 * @param sliceLocation SliceLocation, in millimetres
 * @param instanceNumber InstanceNumber
 * @param scan of which scan it is
 */
public record ImageFacts(
        String modality,
        List<String> imageType,
        String photometricInterpretation,
        OptionalInt samplesPerPixel,
        Optional<String> bodyPart,
        Optional<String> viewPosition,
        List<String> descriptions,
        boolean forProcessing,
        OptionalDouble age,
        List<String> patientOrientation,
        List<Double> orientation,
        OptionalDouble positionZ,
        OptionalDouble sliceLocation,
        OptionalInt instanceNumber,
        Scan scan) {
    /** Digital X-Ray, mammography and intra-oral images for processing (PS3.4 B.5). */
    private static final Set<String> FOR_PROCESSING =
            Set.of("1.2.840.10008.5.1.4.1.1.1.1.1", "1.2.840.10008.5.1.4.1.1.1.2.1", "1.2.840.10008.5.1.4.1.1.1.3.1");

    /** Takes the facts out of the header of a single-frame object. */
    public static ImageFacts of(DataSet header) {
        return of(header, 0);
    }

    /**
     * Takes the facts of one frame, from 0, out of a header: frames of an enhanced object have places of their own.
     *
     * @throws br.com.redcheck.dicom.UnreadablePixels if position or orientation are there and not understood
     */
    public static ImageFacts of(DataSet header, int frame) {
        FunctionalGroups groups = new FunctionalGroups(header, frame);
        double[] position = groups.geometry(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT, 3);
        double[] cosines = groups.geometry(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT, 6);
        return new ImageFacts(
                header.string(Tag.MODALITY).orElse(""),
                header.strings(Tag.IMAGE_TYPE),
                header.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(""),
                header.integer(Tag.SAMPLES_PER_PIXEL),
                header.string(Tag.BODY_PART_EXAMINED),
                header.string(Tag.VIEW_POSITION),
                descriptions(header),
                forProcessing(header),
                age(header),
                header.strings(Tag.PATIENT_ORIENTATION),
                cosines.length == 6 ? Arrays.stream(cosines).boxed().toList() : List.of(),
                position.length == 3 ? OptionalDouble.of(position[2]) : OptionalDouble.empty(),
                header.decimal(Tag.SLICE_LOCATION),
                header.integer(Tag.INSTANCE_NUMBER),
                Scan.of(header, frame));
    }

    private static List<String> descriptions(DataSet header) {
        Stream<String> views =
                header.items(Tag.VIEW_CODE_SEQUENCE).stream().flatMap(code -> code.string(Tag.CODE_MEANING).stream());
        return Stream.concat(header.string(Tag.SERIES_DESCRIPTION).stream(), views)
                .toList();
    }

    private static OptionalDouble age(DataSet header) {
        return PatientAge.of(header).stream().mapToDouble(PatientAge::years).findFirst();
    }

    /** By the class of the object, or by its own word (PS3.3 C.8.11.1, Presentation Intent Type). */
    private static boolean forProcessing(DataSet header) {
        return header.string(Tag.SOP_CLASS_UID).filter(FOR_PROCESSING::contains).isPresent()
                || header.string(Tag.PRESENTATION_INTENT_TYPE)
                        .filter("FOR PROCESSING"::equalsIgnoreCase)
                        .isPresent();
    }
}

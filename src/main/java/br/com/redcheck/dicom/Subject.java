package br.com.redcheck.dicom;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom an object is of, as far as it says: the patient id with its issuer, both without regard to case and punctuation; where
 * there is no id, the study, or at last the object itself.
 *
 * @param name the same for all objects of one patient, and for nobody else's
 */
record Subject(String name) {
    static Subject of(DataSet set) {
        Optional<String> id = set.string(Tag.PATIENT_ID)
                .map(value -> squeezed(value) + "|"
                        + set.string(Tag.ISSUER_OF_PATIENT_ID)
                                .map(Subject::squeezed)
                                .orElse(""));
        return new Subject(Stream.of(id, set.string(Tag.STUDY_INSTANCE_UID), set.string(Tag.SOP_INSTANCE_UID))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(""));
    }

    private static String squeezed(String text) {
        String squeezed = Words.squeezed(text);
        return squeezed.isEmpty() ? text : squeezed;
    }
}

package br.com.redcheck.dicom;

import java.util.EnumSet;
import java.util.Set;

/** What goes beyond the Basic Profile (PS3.15 section E.3), with its code in CID 7050. */
public enum DeidentificationOption {
    /** Nothing legible is left in the pixels. Whoever asks for it must see to it; here it is only written down. */
    CLEAN_PIXEL_DATA("113101", "Clean Pixel Data Option"),
    /** Keeps what descriptions of the image and the procedure say in harmless words; what is said of the person goes. */
    CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option"),
    /** Moves all dates of a patient by the same secret number of days; times of day stay. */
    RETAIN_MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    /** Keeps the sex, and the age up to 89 years; all older patients become 89. Nothing else about the patient's body stays. */
    RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
    /** Keeps the private elements of a short list, all of them numbers and codes of the machine. */
    RETAIN_SAFE_PRIVATE("113111", "Retain Safe Private Option");

    /** All of them: what the product promises. */
    public static final Set<DeidentificationOption> ALL = Set.copyOf(EnumSet.allOf(DeidentificationOption.class));

    private final String code;
    private final String meaning;

    DeidentificationOption(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The code value in the scheme DCM. */
    public String code() {
        return code;
    }

    /** The code meaning. */
    public String meaning() {
        return meaning;
    }
}

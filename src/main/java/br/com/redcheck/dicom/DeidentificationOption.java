package br.com.redcheck.dicom;

/** What goes beyond the Basic Profile (PS3.15 section E.3), with its code in CID 7050. */
public enum DeidentificationOption {
    /** Keeps the sex, and the age up to 89 years; all older patients become 89. Nothing else about the patient's body stays. */
    RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option");

    private final String code;
    private final String meaning;

    DeidentificationOption(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    String code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}

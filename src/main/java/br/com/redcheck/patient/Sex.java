package br.com.redcheck.patient;

/** A patient's sex, in the letters of DICOM (0010,0040). */
public enum Sex {
    F,
    M,
    O
}

package br.com.redcheck.dicom;

/** Which of the values are of interest to the eye, and how bright each is to be (PS3.3 C.11.2). */
public sealed interface Voi permits Window, VoiTable {
    /** How bright a value in modality units is to be: 0 black, 1 white, before any inversion. */
    double brightness(double value);
}

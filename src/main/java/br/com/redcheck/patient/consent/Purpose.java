package br.com.redcheck.patient.consent;

/** What a patient is asked to agree to. Each stands for itself: whoever agrees to one has said nothing about the others. */
public enum Purpose {
    /** The images are read here for the patient's own care, with a network beside the doctor. */
    CARE,
    /** The de-identified images help research, and train networks, inside the platform; they do not leave it. */
    RESEARCH,
    /** The de-identified images may be shown to everybody and downloaded, with no way to call them back. */
    PUBLICATION
}

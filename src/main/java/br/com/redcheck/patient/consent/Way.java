package br.com.redcheck.patient.consent;

/** How a patient's word came in. */
public enum Way {
    /** Signed on paper; the doctor declares it and keeps the paper here. */
    PAPER,
    /** By the patient, behind the link to their own page. */
    LINK,
    /** Taken back by the doctor, whom the patient has asked to. */
    REQUEST
}

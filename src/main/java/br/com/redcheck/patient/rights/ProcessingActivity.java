package br.com.redcheck.patient.rights;

/** What this platform does with personal data, as the record of processing activities lists it (LGPD, art. 37). */
public enum ProcessingActivity {
    ACCOUNTS,
    ACCREDITATION,
    IMAGES,
    REGISTER,
    REPORTS,
    CONSENTS,
    RESEARCH,
    GALLERY,
    REQUESTS,
    AUDIT
}

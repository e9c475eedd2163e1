package br.com.redcheck.exam;

/** Where an exam is on its way to a result. */
public enum ExamState {
    /** Files are still coming in. */
    ARRIVING,
    /** Something in the pixels was covered: the doctor looks at it before anything else happens. */
    REVIEW,
    /** Something that may tell who the patient is was found after cleaning: it is not used. */
    QUARANTINED,
    /** Complete, waiting for its turn. */
    QUEUED,
    /** A network is at it. */
    READING,
    /** At least one result is there. */
    READ,
    /** No network may read what was sent; the reasons stand beside the images. */
    REFUSED,
    /** Something broke on our side, again and again. */
    FAILED;

    /** Whether nothing more will happen by itself. */
    public boolean settled() {
        return this == REVIEW || this == QUARANTINED || this == READ || this == REFUSED || this == FAILED;
    }
}

package br.com.redcheck.exam.worklist;

/** Tomography or film, as a doctor asks; a film's Modality (0008,0060) is one of two. */
enum Modality {
    CT("'CT'"),
    X_RAY("'CR', 'DX'");

    private final String literals;

    Modality(String literals) {
        this.literals = literals;
    }

    /** The values for a question in SQL. */
    String literals() {
        return literals;
    }
}

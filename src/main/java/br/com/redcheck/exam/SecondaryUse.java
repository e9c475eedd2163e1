package br.com.redcheck.exam;

/**
 * A use of exams beyond the care of their patient, each with views of the database that hold what patients have agreed to for it and
 * nothing else. Care itself is not among them: that is each owner's own shelf.
 */
public enum SecondaryUse {
    /** Research and training inside the platform, counts by region among it. */
    RESEARCH("exam_for_research", "image_for_research"),
    /** Publication of the de-identified images. */
    PUBLICATION("exam_for_publication", "image_for_publication");

    private final String exams;
    private final String images;

    SecondaryUse(String exams, String images) {
        this.exams = exams;
        this.images = images;
    }

    /** The view of exams. */
    String exams() {
        return exams;
    }

    /** The view of their images. */
    String images() {
        return images;
    }
}

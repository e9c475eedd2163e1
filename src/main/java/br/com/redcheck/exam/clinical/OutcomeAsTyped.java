package br.com.redcheck.exam.clinical;

import org.jspecify.annotations.Nullable;

/** What was typed into the form of an outcome, as it was typed. A field that did not come is empty. */
record OutcomeAsTyped(
        String diagnosis,
        String pcr,
        String pcrOn,
        String serology,
        String serologyOn,
        String course,
        String observations) {
    OutcomeAsTyped {
        diagnosis = typed(diagnosis);
        pcr = typed(pcr);
        pcrOn = typed(pcrOn);
        serology = typed(serology);
        serologyOn = typed(serologyOn);
        course = typed(course);
        observations = typed(observations);
    }

    /** One in which nothing is told but the tests that the exam's form knows of. */
    static OutcomeAsTyped after(FormAsTyped form) {
        return new OutcomeAsTyped("", form.pcr(), form.pcrOn(), form.serology(), form.serologyOn(), "", "");
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "OutcomeAsTyped[***]";
    }
}

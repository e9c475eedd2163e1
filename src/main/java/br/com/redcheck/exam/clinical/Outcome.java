package br.com.redcheck.exam.clinical;

import br.com.redcheck.exam.Truth;

/** What was learnt about a case after its exam. */
record Outcome(Diagnosis diagnosis, LabTest pcr, LabTest serology, Course course) {
    /**
     * What this counts as when networks are compared with it. The final diagnosis decides. As long as that is open, a positive
     * RT-PCR does: it hardly ever errs on that side. A negative one proves nothing by itself, for it misses many of the ill, and
     * antibodies tell of any time in the past.
     */
    Truth truth() {
        return switch (diagnosis) {
            case COVID_19 -> Truth.COVID_19;
            case OTHER -> Truth.OTHER;
            case OPEN -> pcr.result() == TestResult.POSITIVE ? Truth.COVID_19 : Truth.UNDECIDED;
        };
    }

    @Override
    public String toString() {
        return "Outcome[***]";
    }
}

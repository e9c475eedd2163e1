package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;

/** Knows of the files that exams come in; spoken by who keeps sendings. */
public interface FilesOfExams {
    /** The files of all sendings that brought images to an exam. Which of several exams a file is of is not known until it has come. */
    Files of(OwnerId owner, ExamId exam);

    /**
     * How much of what was announced has come.
     *
     * @param announced files, without those that others have taken the place of
     * @param coming of these, those that are still to come, or to be taken in
     * @param lost of these, those that were taken back, never came wholly, or could not be taken in
     */
    record Files(int announced, int coming, int lost) {
        int came() {
            return announced - coming - lost;
        }
    }
}

package br.com.redcheck.exam;

import br.com.redcheck.platform.Refusal;
import java.util.Optional;

/**
 * What became of one image, or of a file that holds none.
 *
 * @param path where the image lay inside an archive; empty for a file that was sent by itself
 * @param reason why it was refused
 * @param exam the exam that holds it now
 */
public record Receipt(String path, Outcome outcome, Optional<Refusal> reason, Optional<ExamId> exam) {
    /** How it ended. */
    public enum Outcome {
        /** De-identified, sealed and on the shelf: it will not be lost. */
        STORED,
        /** The owner had this very image already. */
        DUPLICATE,
        /** Not kept, for a reason that is told. */
        REFUSED,
        /** Nothing that could be an image: a directory of a CD, a note of an operating system. */
        ASIDE
    }

    static Receipt stored(String path, ExamId exam) {
        return new Receipt(path, Outcome.STORED, Optional.empty(), Optional.of(exam));
    }

    static Receipt duplicate(String path, ExamId exam) {
        return new Receipt(path, Outcome.DUPLICATE, Optional.empty(), Optional.of(exam));
    }

    /** What {@link ExamIntake} says of a file that it was not even given. */
    public static Receipt refused(String path, Refusal reason) {
        return new Receipt(path, Outcome.REFUSED, Optional.of(reason), Optional.empty());
    }

    static Receipt aside(String path) {
        return new Receipt(path, Outcome.ASIDE, Optional.empty(), Optional.empty());
    }
}

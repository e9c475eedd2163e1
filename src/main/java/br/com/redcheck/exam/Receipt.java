package br.com.redcheck.exam;

import br.com.redcheck.dicom.SetAside;
import br.com.redcheck.platform.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What became of one image, or of a file that holds none.
 *
 * @param path where the image lay inside an archive; empty for a file that was sent by itself
 * @param reason why it was refused or set aside
 * @param exam the exam that holds it now
 */
public record Receipt(String path, Outcome outcome, Optional<Reason> reason, Optional<ExamId> exam) {
    /**
     * A sentence for the sender.
     *
     * @param key its name among the messages
     * @param arguments what stands in its places
     */
    public record Reason(String key, List<Object> arguments) {}

    /** How it ended. */
    public enum Outcome {
        /** De-identified, sealed and on the shelf: it will not be lost. */
        STORED,
        /** The owner had this very image already. */
        DUPLICATE,
        /** Not kept, for a reason that is told. */
        REFUSED,
        /** No image, for a reason that is told: a directory of a CD, a structured report, a file of an operating system. */
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
        Reason said = new Reason(reason.key(), reason.arguments());
        return new Receipt(path, Outcome.REFUSED, Optional.of(said), Optional.empty());
    }

    static Receipt aside(String path, SetAside reason) {
        Reason said = new Reason(reason.key(), List.of());
        return new Receipt(path, Outcome.ASIDE, Optional.of(said), Optional.empty());
    }
}

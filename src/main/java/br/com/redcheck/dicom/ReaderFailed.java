package br.com.redcheck.dicom;

import br.com.redcheck.platform.OwnFault;
import br.com.redcheck.platform.Refusal;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our reader stumbled over one image in a way that nobody foresaw. That image is not read, and all others are.
 *
 * <p>The log tells where it stumbled, and nothing of what it read: the message of an exception may hold a value of the header.
 */
public final class ReaderFailed extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReaderFailed.class);
    private static final int STEPS = 5;

    private ReaderFailed() {
        super("refusal.reader-failed");
    }

    /** Work on one image that asks nothing of a database or a disk but through streams. */
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Works on one image.
     *
     * @throws ReaderFailed in place of what nobody foresaw; refusals, faults of ours and I/O stay what they are
     */
    public static <T, E extends Exception> T guarded(Work<T, E> work) throws E {
        try {
            return work.run();
        } catch (RuntimeException failure) { // each a slip of ours, of whatever kind
            throw instead(failure);
        }
    }

    static RuntimeException instead(RuntimeException failure) {
        if (failure instanceof Refusal || failure instanceof OwnFault || failure instanceof UncheckedIOException) {
            return failure;
        }
        String where = Arrays.stream(failure.getStackTrace())
                .limit(STEPS)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", "));
        LOG.error("The reader failed on a file: {} at {}", failure.getClass().getName(), where);
        return new ReaderFailed();
    }
}

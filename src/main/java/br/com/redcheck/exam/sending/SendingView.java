package br.com.redcheck.exam.sending;

import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.Receipt.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a sending gets on.
 *
 * @param files how many of its files are in which state
 * @param bytes of all its files
 * @param received those that are here
 * @param changed the files that have changed since the page heard of them
 * @param exams what has come of it so far, newest first, no more than 200
 */
record SendingView(
        UUID id,
        boolean urgent,
        boolean closed,
        boolean finished,
        Instant begunAt,
        Map<FileState, Integer> files,
        long bytes,
        long received,
        List<FileLine> changed,
        List<ExamLine> exams) {

    /** Whether nothing more will happen by itself. */
    boolean settled() {
        return finished && exams.stream().allMatch(ExamLine::settled);
    }

    /**
     * @param number the file's place in the sending, from 1
     * @param exam that its first image belongs to, if that is known
     * @param notes what is to be said about it, or about images in it
     */
    record FileLine(
            int number,
            FileState state,
            long received,
            @Nullable UUID exam,
            List<Note> notes) {}

    /**
     * @param path where the image lay in an archive; empty for the file itself
     * @param reason why it was refused
     */
    record Note(String path, Outcome outcome, @Nullable String reason) {}

    /**
     * @param images images of this exam that came with this sending
     * @param done images that a network has read
     * @param all images that it will read
     * @param settled whether the result, or the reason why there is none, is there
     */
    record ExamLine(
            UUID id, String modality, ExamState state, int images, int done, int all, Instant since, boolean settled) {}
}

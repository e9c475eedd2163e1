package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.NotAccredited;
import br.com.redcheck.exam.ExamIntake;
import br.com.redcheck.exam.ExamProgress;
import br.com.redcheck.exam.Receipt;
import br.com.redcheck.exam.Receipt.Outcome;
import br.com.redcheck.exam.sending.SentFiles.Begun;
import br.com.redcheck.pipeline.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Brings a file that is wholly here to the shelf, as a step of the pipeline. */
@Component
class FileIntake implements Step {
    static final String KIND = "intake";

    /** Cleaning keeps a core busy; more at once would only take memory. */
    private static final int AT_ONCE = 2;

    private final ExamIntake intake;
    private final ExamProgress exams;
    private final Sendings sendings;
    private final SentFiles files;
    private final SentImages images;
    private final SealedParts parts;

    FileIntake(
            ExamIntake intake,
            ExamProgress exams,
            Sendings sendings,
            SentFiles files,
            SentImages images,
            SealedParts parts) {
        this.intake = intake;
        this.exams = exams;
        this.sendings = sendings;
        this.files = files;
        this.images = images;
        this.parts = parts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void run(OwnerId owner, UUID id) {
        files.clean(owner, id).ifPresent(begun -> {
            take(owner, begun);
            sendings.settle(owner, begun.before()); // takes all before onto the disk; only then may the parts go
        });
        parts.discard(owner, id);
    }

    @Override
    public void failed(OwnerId owner, UUID id) {
        files.clean(owner, id).ifPresent(begun -> sendings.settle(owner, begun.before(), FileState.FAILED));
    }

    private void take(OwnerId owner, Begun begun) {
        Entries entries = new Entries(owner, begun);
        try (InputStream bytes = parts.open(owner, begun.parts())) {
            intake.receive(owner, bytes, begun.alone(), entries);
        } catch (NotAccredited refusal) {
            entries.accept(Receipt.refused("", refusal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what becomes of each image. A second try passes over those that the first has written down. */
    private final class Entries implements Consumer<Receipt> {
        private final OwnerId owner;
        private final Begun begun;
        private int number;

        Entries(OwnerId owner, Begun begun) {
            this.owner = owner;
            this.begun = begun;
        }

        @Override
        public void accept(Receipt receipt) {
            if (number >= begun.known()) {
                images.add(owner, begun.before().id(), number, receipt, outcome(receipt));
                if (begun.urgent()) {
                    receipt.exam().ifPresent(exam -> exams.hurry(owner, exam));
                }
            }
            number++;
        }

        /** The first try may have ended between keeping an image and writing it down here: then it is no duplicate but ours. */
        private Outcome outcome(Receipt receipt) {
            boolean again = begun.before().state() != FileState.SENT;
            boolean ours = again && number == begun.known() && receipt.outcome() == Outcome.DUPLICATE;
            return ours ? Outcome.STORED : receipt.outcome();
        }
    }
}

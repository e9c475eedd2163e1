package br.com.redcheck.reading;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamArrived;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.NoSuchExam;
import br.com.redcheck.pipeline.Pipeline;
import br.com.redcheck.pipeline.Step;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reading an exam as a step of the pipeline. */
@Component
class ReadingStep implements Step {
    static final String KIND = "reading";

    private static final Logger LOG = LoggerFactory.getLogger(ReadingStep.class);

    /** One picture keeps all cores busy; two at once fill the pauses between pictures. */
    private static final int AT_ONCE = 2;

    private final ExamReader reader;
    private final Pipeline pipeline;

    ReadingStep(ExamReader reader, Pipeline pipeline) {
        this.reader = reader;
        this.pipeline = pipeline;
    }

    /** Puts exams in the queue, in the transaction in which they arrive. */
    @EventListener
    void on(ExamArrived arrived) {
        pipeline.put(arrived.owner(), KIND, arrived.exam().value(), arrived.due(), arrived.urgent());
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
    public void run(OwnerId owner, UUID exam) {
        unlessGone(exam, () -> reader.read(owner, new ExamId(exam)));
    }

    @Override
    public void failed(OwnerId owner, UUID exam) {
        unlessGone(exam, () -> reader.giveUp(owner, new ExamId(exam)));
    }

    /** An exam that was erased while it waited asks for nothing more. */
    private static void unlessGone(UUID exam, Runnable deed) {
        try {
            deed.run();
        } catch (NoSuchExam erased) {
            LOG.info("exam {} is gone", exam);
        }
    }
}

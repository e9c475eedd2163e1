package br.com.redcheck.inference;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one thread that computes.
 *
 * <p>A pass through a network already uses every core, and DL4J keeps its working memory, some hundred megabytes, per thread: a
 * second thread would cost memory and gain nothing. Whoever asks waits in line.
 */
final class Engine implements AutoCloseable {
    static {
        // DL4J reads this when it loads; it switches oneDNN off unless told otherwise.
        System.setProperty("org.eclipse.deeplearning4j.helpers.disable", "false");
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "inference");
        worker.setDaemon(true);
        return worker;
    });

    /** Computes something in turn and waits for it. */
    <T> T compute(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a network was reading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a network could not compute", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}

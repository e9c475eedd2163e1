package br.com.redcheck.inference;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one thread that computes, and the workers that it has for the largest layers.
 *
 * <p>A pass through a network already uses every core, and its working memory is some hundred megabytes: a second thread would cost
 * memory and gain nothing. Whoever asks waits in line.
 */
final class Engine implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "inference");
        worker.setDaemon(true);
        return worker;
    });

    private final Workers workers = new Workers(cores());
    private final Step.Means means = new Step.Means(workers, new Memory());

    /** Who share the work of a layer, and their memory; only for what {@link #compute} runs. */
    Step.Means means() {
        return means;
    }

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
        workers.close();
    }

    /** As many as numerical libraries use. */
    private static int cores() {
        String wanted = System.getenv("OMP_NUM_THREADS");
        return wanted != null && wanted.matches("[1-9][0-9]?")
                ? Integer.parseInt(wanted)
                : Runtime.getRuntime().availableProcessors();
    }
}

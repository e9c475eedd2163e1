package br.com.redcheck.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever asks, and threads that help; each has working memory of its own, which it keeps. */
final class Workers implements AutoCloseable {
    /** A piece of work that comes in parts. */
    @FunctionalInterface
    interface Work {
        /** Does one part. */
        void part(int part, Scratch scratch);
    }

    private final List<Scratch> scratches = new ArrayList<>();
    private final ExecutorService threads;

    /** @param count how many work at once, whoever asks among them; at least 1 */
    Workers(int count) {
        for (int i = 0; i < count; i++) {
            scratches.add(new Scratch());
        }
        threads = Executors.newCachedThreadPool(work -> {
            Thread worker = new Thread(work, "convolution");
            worker.setDaemon(true);
            return worker;
        });
    }

    int count() {
        return scratches.size();
    }

    /** Does all parts, some of them in the calling thread, and returns when they are done; one caller at a time. */
    void share(int parts, Work work) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> done = scratches.stream()
                .skip(1)
                .<Future<?>>map(scratch -> threads.submit(() -> each(next, parts, work, scratch)))
                .toList();
        try {
            each(next, parts, work, scratches.get(0));
        } finally {
            done.forEach(Workers::await);
        }
    }

    private static void each(AtomicInteger next, int parts, Work work, Scratch scratch) {
        for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
            work.part(part, scratch);
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a layer was computing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a layer could not compute", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}

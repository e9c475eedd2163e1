package br.com.redcheck.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share a piece of work; each has working memory of its own, which it keeps. */
final class Workers implements AutoCloseable {
    /** A piece of work that comes in parts. */
    @FunctionalInterface
    interface Work {
        /** Does one part. */
        void part(int part, Scratch scratch);
    }

    private final List<Scratch> scratches = new ArrayList<>();
    private final ExecutorService threads;

    Workers(int count) {
        for (int i = 0; i < count; i++) {
            scratches.add(new Scratch());
        }
        threads = Executors.newFixedThreadPool(count, work -> {
            Thread worker = new Thread(work, "convolution");
            worker.setDaemon(true);
            return worker;
        });
    }

    int count() {
        return scratches.size();
    }

    /** Does all parts and returns when they are done; one caller at a time. */
    void share(int parts, Work work) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> done = new ArrayList<>();
        for (Scratch scratch : scratches) {
            done.add(threads.submit(() -> {
                for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                    work.part(part, scratch);
                }
            }));
        }
        done.forEach(Workers::await);
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

package br.com.redcheck.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Pieces of work on all processors. Each ends in an act, which the calling thread does, one after the other, in the order in which the
 * pieces came: so what is told of files is told in their order, and what is written is written by one thread.
 *
 * <p>Pieces that have not ended in their act yet hold no more memory than a share of the heap, however many there are. For one thread.
 */
public final class InOrder implements AutoCloseable {
    /** Of the heap: each piece takes several times what it was said to hold. */
    private static final int SHARE = 8;

    /** So that nobody is idle while the oldest piece takes long. */
    private static final int PIECES_PER_PROCESSOR = 4;

    private final long mostBytes;
    private final int mostPieces;
    private final ExecutorService workers;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long bytes;

    /** A line for all processors and an eighth of the heap. */
    public InOrder() {
        this(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / SHARE);
    }

    InOrder(int processors, long mostBytes) {
        this.mostBytes = mostBytes;
        this.mostPieces = processors * PIECES_PER_PROCESSOR;
        this.workers = Executors.newFixedThreadPool(processors, work -> {
            Thread worker = new Thread(work, "in-order");
            worker.setDaemon(true);
            return worker;
        });
    }

    /**
     * Takes a piece of work, after older ones have made room for it: one that is larger than all the room is done alone.
     *
     * @param size how many bytes it holds until its act is done
     * @param refused what follows if the work is refused. That we cannot go on at all, {@link CannotStart}, is no such refusal
     * @throws RuntimeException what an older act, or the work before it, has thrown; of I/O an {@link UncheckedIOException}
     */
    public void add(long size, Callable<Runnable> work, Function<Refusal, Runnable> refused) {
        while (!pieces.isEmpty() && (bytes + size > mostBytes || pieces.size() >= mostPieces)) {
            actOnOldest();
        }
        bytes += size;
        pieces.add(new Piece(size, workers.submit(() -> orRefused(work, refused))));
        actOnDone();
    }

    /** Puts an act in line that needs no work. */
    public void add(Runnable act) {
        add(0, () -> act, refusal -> act);
    }

    /**
     * Waits for all work and does what follows it.
     *
     * @throws RuntimeException as {@link #add} does
     */
    public void finish() {
        while (!pieces.isEmpty()) {
            actOnOldest();
        }
    }

    private static Runnable orRefused(Callable<Runnable> work, Function<Refusal, Runnable> refused) throws Exception {
        try {
            return work.call();
        } catch (CannotStart ours) {
            throw ours;
        } catch (Refusal refusal) {
            return refused.apply(refusal);
        }
    }

    private void actOnDone() {
        while (!pieces.isEmpty() && pieces.element().act().isDone()) {
            actOnOldest();
        }
    }

    private void actOnOldest() {
        Piece oldest = pieces.remove();
        bytes -= oldest.size();
        oldest.result().run();
    }

    /** Gives up what is not done yet. */
    @Override
    public void close() {
        workers.shutdownNow();
    }

    private record Piece(long size, Future<Runnable> act) {
        Runnable result() {
            try {
                return act.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while others worked", e);
            } catch (ExecutionException e) {
                throw unchecked(Objects.requireNonNull(e.getCause()));
            }
        }

        private static RuntimeException unchecked(Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof IOException io) {
                return new UncheckedIOException(io);
            }
            return failure instanceof RuntimeException thrown ? thrown : new IllegalStateException(failure);
        }
    }
}

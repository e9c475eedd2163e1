package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InOrderTest {
    private static final int PROCESSORS = 2;
    private static final int ROOM = 100;
    private static final Function<Refusal, Runnable> NEVER = refusal -> {
        throw new AssertionError(refusal);
    };

    private final List<Object> told = new ArrayList<>();

    @Test
    void whatTakesLongIsToldBeforeWhatCameAfterIt() {
        CountDownLatch laterIsDone = new CountDownLatch(1);
        try (InOrder line = new InOrder(PROCESSORS, ROOM)) {
            line.add(
                    1,
                    () -> {
                        assertThat(laterIsDone.await(20, TimeUnit.SECONDS)).isTrue();
                        return () -> told.add("first");
                    },
                    NEVER);
            line.add(
                    1,
                    () -> {
                        laterIsDone.countDown();
                        return () -> told.add("second");
                    },
                    NEVER);
            line.add(() -> told.add("third"));
            line.finish();
        }
        assertThat(told).containsExactly("first", "second", "third");
    }

    @Test
    void asManyWorkAtOnceAsThereAreProcessors() {
        CyclicBarrier all = new CyclicBarrier(PROCESSORS);
        try (InOrder line = new InOrder(PROCESSORS, ROOM)) {
            for (int i = 0; i < PROCESSORS; i++) {
                line.add(
                        1,
                        () -> {
                            all.await(20, TimeUnit.SECONDS);
                            return () -> told.add("met");
                        },
                        NEVER);
            }
            line.finish();
        }
        assertThat(told).hasSize(PROCESSORS);
    }

    @Test
    void actsAreDoneByTheThreadThatAsks() {
        try (InOrder line = new InOrder(PROCESSORS, ROOM)) {
            line.add(1, () -> () -> told.add(Thread.currentThread()), NEVER);
            line.finish();
        }
        assertThat(told).containsExactly(Thread.currentThread());
    }

    @Test
    void piecesUnderWayHoldNoMoreThanTheirRoomAndALargerOneIsDoneAlone() {
        AtomicInteger held = new AtomicInteger();
        List<Integer> sizes = List.of(40, 50, 60, 500, 10, 90, 20);
        try (InOrder line = new InOrder(PROCESSORS, ROOM)) {
            for (int size : sizes) {
                line.add(
                        size,
                        () -> {
                            int now = held.addAndGet(size);
                            return () -> {
                                held.addAndGet(-size);
                                told.add(now <= Math.max(ROOM, size));
                            };
                        },
                        NEVER);
            }
            line.finish();
        }
        assertThat(told).hasSize(sizes.size()).containsOnly(true);
    }

    @Test
    void aRefusalIsToldInItsPlaceAndTheOthersGoOn() {
        try (InOrder line = new InOrder(PROCESSORS, ROOM)) {
            line.add(() -> told.add("before"));
            line.add(
                    1,
                    () -> {
                        throw new Refused();
                    },
                    refusal -> () -> told.add(refusal.key()));
            line.add(() -> told.add("after"));
            line.finish();
        }
        assertThat(told).containsExactly("before", "refused", "after");
    }

    @Test
    void whatIsNoRefusalEndsTheWork() {
        try (InOrder line = new InOrder(PROCESSORS, ROOM)) {
            line.add(
                    1,
                    () -> {
                        throw new IOException("disk");
                    },
                    NEVER);
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(line::finish);
        }
    }

    @Test
    void manyPiecesDoNotPileUp() {
        AtomicInteger waiting = new AtomicInteger();
        try (InOrder line = new InOrder(PROCESSORS, ROOM)) {
            IntStream.range(0, 1000)
                    .forEach(i -> line.add(
                            0,
                            () -> {
                                int now = waiting.incrementAndGet();
                                return () -> {
                                    waiting.decrementAndGet();
                                    told.add(now <= PROCESSORS * 4);
                                };
                            },
                            NEVER));
            line.finish();
        }
        assertThat(told).hasSize(1000).containsOnly(true);
    }

    private static final class Refused extends Refusal {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("refused");
        }
    }
}

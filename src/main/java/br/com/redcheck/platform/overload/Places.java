package br.com.redcheck.platform.overload;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Hands out places for {@link HeavyWork}: a limited number for everybody, a share of them for each account, and no wait without end.
 *
 * <p>To be asked outside of transactions, or those who wait would keep all database connections.
 */
@Component
@EnableConfigurationProperties(OverloadSettings.class)
public final class Places {
    private final Map<HeavyWork, WaitingLine> lines;

    @Autowired
    Places(OverloadSettings settings) {
        this(settings.longestWait());
    }

    /** @param longestWait for a place */
    public Places(Duration longestWait) {
        lines = Arrays.stream(HeavyWork.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), work -> new WaitingLine(work.places(), work.share(), longestWait)));
    }

    /**
     * Waits for a place, for the account whose request this is, and works there.
     *
     * @throws TooBusy if none becomes free in time; nothing has been done then
     * @throws E as the work does
     */
    public <T, E extends Exception> T in(HeavyWork kind, Work<T, E> work) throws E {
        WaitingLine line = Objects.requireNonNull(lines.get(kind));
        try (WaitingLine.Place place = line.enter(Asker.now())) {
            return work.done();
        }
    }

    /** The same for work without a result. */
    public <E extends Exception> void during(HeavyWork kind, Deed<E> deed) throws E {
        in(kind, () -> {
            deed.done();
            return true;
        });
    }

    /**
     * Something that is done in a place and has a result.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /**
     * Something that is done in a place.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Deed<E extends Exception> {
        void done() throws E;
    }
}

package br.com.redcheck.platform;

import java.time.Duration;
import java.util.Optional;

/**
 * Something could not be done for a reason that lies with us. The person is told so in words of its own, with status 500 unless the
 * class says another with {@link org.springframework.web.bind.annotation.ResponseStatus}.
 *
 * <p>Unlike a {@link Refusal} it is never taken for a fault of what was sent: no page shows it beside a form, no exam is refused for
 * it, and work in the background ends with it like with any other failure, and is tried again.
 */
public abstract class OwnFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * Describes a fault.
     *
     * @param key the key of the text in the message files
     * @param message what the log says; nothing about a patient
     */
    protected OwnFault(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The key of the text in the message files, such as {@code fault.seal-broken}. */
    public String key() {
        return key;
    }

    /** After which time the same may be asked again, where nothing is broken and only time is needed. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}

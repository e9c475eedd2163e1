package br.com.redcheck.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A polite no: something the person asked for cannot be done, for a reason they may read.
 *
 * <p>Each refusal is a class named for the fact. Its text lives in the message files under {@link #key()}, in every language,
 * and says what was wrong and what to do. The arguments fill that text; they are figures and technical names, never what the
 * person typed and never anything about a patient, so a refusal may be logged and shown.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    protected Refusal(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The key of the text in the message files, such as {@code refusal.unreadable-dicom.truncated}. */
    public String key() {
        return key;
    }

    /** What fills the text's places {@code {0}}, {@code {1}}, … */
    public List<Object> arguments() {
        return arguments;
    }

    /** After which time the same may be asked again, for what only time helps against. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}

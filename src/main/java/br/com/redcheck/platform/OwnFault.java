package br.com.redcheck.platform;

/**
 * Something that we keep is broken. The person is told so in words of its own, with status 500.
 *
 * <p>Unlike a {@link Refusal} it is never taken for a fault of what was sent: work in the background ends with it like with any
 * other failure, and is tried again.
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
}

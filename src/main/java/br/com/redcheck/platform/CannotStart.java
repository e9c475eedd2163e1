package br.com.redcheck.platform;

/**
 * The application will not start, for a reason that whoever runs it can remove.
 *
 * <p>Each is a class named for the fact. The message file of the class's own package holds two texts: what is wrong under
 * {@link #key()}, and what to do under the same key followed by {@code .action}. They are printed in place of a stack trace.
 */
public abstract class CannotStart extends Refusal {
    private static final long serialVersionUID = 1L;

    protected CannotStart(String key, Object... arguments) {
        super(key, arguments);
    }
}

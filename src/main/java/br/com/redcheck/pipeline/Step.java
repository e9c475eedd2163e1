package br.com.redcheck.pipeline;

import br.com.redcheck.account.OwnerId;
import java.util.UUID;

/**
 * A kind of work on what an owner has. A bean for each kind does it.
 *
 * <p>The same step may be run again after it has succeeded, and even while another instance, which everybody took for dead, still
 * runs it: doing it twice must be the same as doing it once.
 */
public interface Step {
    /** The name under which it waits, a constant such as {@code reading}; its text is under {@code step.} in the message files. */
    String kind();

    /** How many of this kind one instance of the application runs at once, so that others find room. */
    int atOnce();

    /**
     * Does it. What this throws, it throws in vain: it is tried again later.
     *
     * @throws br.com.redcheck.platform.overload.TooBusy if others have taken the memory that it takes; that does not count as a try
     */
    void run(OwnerId owner, UUID subject);

    /** Hears that all tries have failed, unless an administrator wants another. */
    void failed(OwnerId owner, UUID subject);
}

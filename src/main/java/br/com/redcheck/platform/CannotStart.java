package br.com.redcheck.platform;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The application will not start, for a reason that whoever runs it can remove.
 *
 * <p>Each is a class named for the fact. The message file of the class's own package holds two texts: what is wrong under
 * {@link #key()}, and what to do under the same key followed by {@code .action}. They are printed in place of a stack trace.
 *
 * <p>Some of them a running application can meet, too, such as a home whose disk has gone away. Then it is never what was sent that
 * is at fault: work in the background that meets one is tried again.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public abstract class CannotStart extends Refusal {
    private static final long serialVersionUID = 1L;

    protected CannotStart(String key, Object... arguments) {
        super(key, arguments);
    }
}

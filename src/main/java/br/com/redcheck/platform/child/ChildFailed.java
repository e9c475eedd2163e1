package br.com.redcheck.platform.child;

import java.io.IOException;

/** The program gave no answer that can be used: its input is broken, or it was stopped at a limit. */
public final class ChildFailed extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message what it did instead, without a word of its input */
    public ChildFailed(String message) {
        super(message);
    }

    ChildFailed(String message, IOException cause) {
        super(message, cause);
    }
}

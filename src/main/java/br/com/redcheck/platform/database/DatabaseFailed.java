package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A program of PostgreSQL ended with an error; its last words are in the log. */
class DatabaseFailed extends CannotStart {
    private static final long serialVersionUID = 1L;

    DatabaseFailed(String program, Path log, @Nullable Throwable cause) {
        super("refusal.database-failed", program, log.toString());
        initCause(cause);
    }
}

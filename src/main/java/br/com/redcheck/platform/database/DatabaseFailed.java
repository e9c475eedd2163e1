package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;
import java.nio.file.Path;

/** A program of PostgreSQL ended with an error; its last words are in the log. */
class DatabaseFailed extends CannotStart {
    private static final long serialVersionUID = 1L;

    DatabaseFailed(String program, Path log) {
        super("refusal.database-failed", program, log.toString());
    }
}

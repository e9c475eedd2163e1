package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;
import java.nio.file.Path;

/** The data were written by another major version of PostgreSQL. */
class DataOfAnotherVersion extends CannotStart {
    private static final long serialVersionUID = 1L;

    DataOfAnotherVersion(String found, int ours, Path folder) {
        super("refusal.data-of-another-version", found, String.valueOf(ours), folder.toString());
    }
}

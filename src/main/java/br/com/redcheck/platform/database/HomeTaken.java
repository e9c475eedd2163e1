package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;
import java.nio.file.Path;

/** Another instance is running on the same home folder. */
class HomeTaken extends CannotStart {
    private static final long serialVersionUID = 1L;

    HomeTaken(Path folder) {
        super("refusal.home-taken", folder.toString());
    }
}

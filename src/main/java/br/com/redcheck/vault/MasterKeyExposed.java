package br.com.redcheck.vault;

import br.com.redcheck.platform.CannotStart;
import java.nio.file.Path;

/** Others than the application's own user may read the file that holds the master key. */
class MasterKeyExposed extends CannotStart {
    private static final long serialVersionUID = 1L;

    MasterKeyExposed(Path file) {
        super("refusal.master-key-exposed", file.toString());
    }
}

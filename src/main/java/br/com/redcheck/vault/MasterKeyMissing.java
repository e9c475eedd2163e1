package br.com.redcheck.vault;

import br.com.redcheck.platform.CannotStart;
import java.nio.file.Path;

/** There is no master key, and one may not be invented: the database is not ours alone, or holds keys that another one wrapped. */
class MasterKeyMissing extends CannotStart {
    private static final long serialVersionUID = 1L;

    MasterKeyMissing(Path file) {
        super("refusal.master-key-missing", file.toString());
    }
}

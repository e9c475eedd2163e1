package br.com.redcheck.platform;

import java.io.IOException;
import java.nio.file.Path;

/** The home folder cannot be made, read or written to. */
public class HomeUnusable extends CannotStart {
    private static final long serialVersionUID = 1L;

    public HomeUnusable(Path folder, IOException cause) {
        super("refusal.home-unusable", folder.toString());
        initCause(cause);
    }
}

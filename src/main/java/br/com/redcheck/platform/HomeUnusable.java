package br.com.redcheck.platform;

import java.nio.file.Path;

/** The home folder cannot be made or written to. */
public class HomeUnusable extends CannotStart {
    private static final long serialVersionUID = 1L;

    public HomeUnusable(Path folder) {
        super("refusal.home-unusable", folder.toString());
    }
}

package br.com.redcheck.model;

import br.com.redcheck.platform.CannotStart;
import java.nio.file.Path;

/** The folder of further networks is not there, or holds something that is not a network of its own. */
final class UnusableModels extends CannotStart {
    private static final long serialVersionUID = 1L;

    private UnusableModels(String reason, String... arguments) {
        super("refusal.unusable-models." + reason, (Object[]) arguments);
    }

    static UnusableModels noFolder(Path folder) {
        return new UnusableModels("no-folder", folder.toString());
    }

    static UnusableModels badCard(String card) {
        return new UnusableModels("bad-card", card);
    }

    static UnusableModels twice(String name, String version) {
        return new UnusableModels("twice", name, version);
    }
}

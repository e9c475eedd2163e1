package br.com.redcheck.reading;

import br.com.redcheck.platform.Refusal;
import java.util.Collection;

/** No network of ours reads images of this modality. */
final class UnwantedModality extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param wanted the modalities that are read */
    UnwantedModality(Collection<String> wanted) {
        super("refusal.unwanted-modality", String.join(", ", wanted));
    }
}

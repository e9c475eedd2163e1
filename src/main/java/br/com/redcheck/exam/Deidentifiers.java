package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DeidentificationOption;
import br.com.redcheck.dicom.Deidentifier;
import br.com.redcheck.vault.Vault;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** De-identifiers, keyed by their owners' secrets. */
@Component
class Deidentifiers {
    static final Set<DeidentificationOption> OPTIONS = DeidentificationOption.ALL;

    private static final String PURPOSE = "deidentification";

    private final Vault vault;

    /**
     * The images of an exam often come as files of their own, and what is looked for in them is learnt once. It holds names: nobody keeps
     * it longer than the collector would keep what is thrown away.
     */
    private volatile @Nullable Reference<Deidentifier> last;

    Deidentifiers(Vault vault) {
        this.vault = vault;
    }

    Deidentifier of(OwnerId owner) {
        byte[] secret = vault.secret(owner, PURPOSE).bytes();
        Reference<Deidentifier> before = last;
        Deidentifier known = before == null ? null : before.get();
        if (known != null && known.isKeyedBy(secret)) {
            return known;
        }
        Deidentifier made = new Deidentifier(secret, OPTIONS);
        last = new WeakReference<>(made);
        return made;
    }
}

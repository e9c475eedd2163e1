package br.com.redcheck.dicom;

import br.com.redcheck.dicom.IdentityCheck.Prepared;
import br.com.redcheck.dicom.Leak.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Takes identity out of objects, element by element: the Basic Application Level Confidentiality Profile of PS3.15 annex E.
 *
 * <p>What is drawn into the pixels, and what the compressed stream itself carries as comments, is left as it is.
 */
public final class Deidentifier {
    /** In bytes; a shorter key could be tried out. */
    static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;
    private final Set<DeidentificationOption> options;

    /** What was looked for last: the images of an exam come one after the other. It is forgotten with this de-identifier. */
    private final AtomicReference<@Nullable Prepared> last = new AtomicReference<>();

    /**
     * @param key the secret of the pseudonyms: under the same key the same UID and the same patient id get the same pseudonym;
     *     16 bytes at least
     */
    public Deidentifier(byte[] key, Set<DeidentificationOption> options) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("A key of " + key.length + " bytes can be tried out");
        }
        this.key = Pseudonyms.key(key);
        this.options = Set.copyOf(options);
    }

    /** Whether it makes the same pseudonyms as one with this key. */
    public boolean isKeyedBy(byte[] other) {
        return key.equals(Pseudonyms.key(other));
    }

    /** A copy without identity; the original stays as it is. Safe for several threads. */
    public Deidentified deidentified(DicomObject original) {
        Deidentification deidentification = new Deidentification(original.dataSet(), new Pseudonyms(key), options);
        DataSet cleaned = deidentification.cleaned();
        return new Deidentified(new DicomObject(original.transferSyntax(), cleaned), deidentification.counts());
    }

    /**
     * The check of an object that was cleaned by this de-identifier. Pseudonyms and moved dates of ours in the original may stay:
     * whoever sends a cleaned object again gets it back as it was.
     *
     * @param alsoKnown what the sender tells about the person beside the file: names, numbers, addresses
     */
    public IdentityCheck check(DicomObject original, Collection<String> alsoKnown) {
        Pseudonyms pseudonyms = new Pseudonyms(key);
        KnownIdentity all = KnownIdentity.of(original.dataSet(), alsoKnown);
        KnownIdentity identity = pseudonyms.made(original.dataSet()) ? all.without(pseudonyms::isOwn) : all;
        return new IdentityCheck(prepared(identity.texts()), identity.uids());
    }

    private Prepared prepared(Map<String, Kind> texts) {
        Prepared known = last.get();
        if (known != null && known.texts().equals(texts)) {
            return known;
        }
        Prepared prepared = Prepared.of(texts);
        last.set(prepared);
        return prepared;
    }
}

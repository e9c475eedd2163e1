package br.com.redcheck.dicom;

import br.com.redcheck.dicom.Leak.Kind;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks in a cleaned object for everything that its original said about people. It knows nothing of how objects are cleaned.
 *
 * <p>Every text is read in its character set, in Latin-1 and in UTF-8, and searched without regard to case and accents: what has
 * eight characters and more is found anywhere, shorter words and numbers of four and more only as a whole. Then all bytes of the
 * file as it is written (inflated, if it is deflated) are searched for what has eight bytes and more, in Latin-1, UTF-8 and UTF-16.
 * Shorter strings come up in pixels by chance: five given bytes once in a terabyte, eight never. A word that also belongs to the
 * vocabulary of images ({@code harmless-words.txt}) identifies nobody.
 */
public final class IdentityCheck {
    private static final int MOST_TEXTS = 4_000;
    private static final int MOST_LEAKS = 20;

    /** What is looked for, ready for the search: the same for all slices of a series, and not made anew for each. */
    record Prepared(Map<String, Kind> texts, Needles folded, Needles written) {
        static Prepared of(Map<String, Kind> texts) {
            Map<String, Kind> few = texts.size() > MOST_TEXTS ? Map.of() : texts;
            return new Prepared(texts, Needles.folded(few), Needles.written(few));
        }
    }

    private final Prepared prepared;
    private final Set<String> uids;

    IdentityCheck(Prepared prepared, Set<String> uids) {
        this.prepared = prepared;
        this.uids = uids;
    }

    /**
     * Gathers what must not be found again.
     *
     * @param alsoKnown what the sender tells about the person beside the file: names, numbers, addresses
     */
    public static IdentityCheck of(DicomObject original, Collection<String> alsoKnown) {
        KnownIdentity identity = KnownIdentity.of(original.dataSet(), alsoKnown);
        return new IdentityCheck(Prepared.of(identity.texts()), identity.uids());
    }

    /**
     * What is still there, each place once; if there are very many, some of them.
     *
     * @param limits how far compressed frames may be inflated
     */
    public List<Leak> leaks(DicomObject cleaned, DicomLimits limits) throws IOException {
        if (prepared.texts().size() > MOST_TEXTS) {
            return List.of(new Leak("", Kind.TOO_MANY));
        }
        Set<Leak> leaks = new LinkedHashSet<>();
        new TextSearch(prepared.folded(), uids, leaks::add).search(cleaned.dataSet());
        new FileSearch(prepared.written(), uids, leaks::add).search(cleaned, limits);
        return leaks.stream().limit(MOST_LEAKS).toList();
    }
}

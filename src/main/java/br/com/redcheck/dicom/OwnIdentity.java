package br.com.redcheck.dicom;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the header of one object says about its people: the words of every person's name, and the words and numbers of every
 * element that the confidentiality profile takes away because it names somebody or something of theirs.
 */
final class OwnIdentity {
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_MARK = 4;

    /** Words this long are looked for within others, too: {@code SILVEIRAAE}, {@code JOAOSILVEIRA2}. */
    private static final int SHORTEST_WITHIN = 5;

    /** No value that is asked about needs to be longer; a longer one is not looked through, but given up. */
    private static final int LONGEST = 256;

    private final Set<String> names = new HashSet<>();
    private final Set<String> marks = new HashSet<>();

    private final Predicate<String> pseudonym;

    private OwnIdentity(Predicate<String> pseudonym) {
        this.pseudonym = pseudonym;
    }

    /** @param pseudonym tells which values we made ourselves: they name nobody */
    static OwnIdentity of(DataSet object, Predicate<String> pseudonym) {
        OwnIdentity identity = new OwnIdentity(pseudonym);
        identity.learn(object, false);
        return identity;
    }

    private void learn(DataSet set, boolean withinNamed) {
        for (Element element : set) {
            boolean named = withinNamed || ConfidentialityProfile.names(element.tag());
            element.items().forEach(item -> learn(item, named));
            if (element.vr() == Vr.PN) {
                set.strings(element.tag()).forEach(this::learnName);
            } else if (named && (element.vr().hasCharacterSet() || element.vr() == Vr.AE)) {
                set.strings(element.tag()).forEach(this::learnMark);
            }
        }
    }

    private void learnName(String name) {
        for (String word : Words.of(name)) {
            if (word.length() >= SHORTEST_NAME && !Dummies.isDummy(word)) {
                names.add(word);
            }
        }
    }

    private void learnMark(String text) {
        if (pseudonym.test(text)) {
            return;
        }
        Words.of(text).forEach(this::addMark);
        addMark(Words.squeezed(text));
    }

    private void addMark(String word) {
        if (word.length() >= SHORTEST_MARK && word.length() <= LONGEST && !Words.isHarmless(word)) {
            marks.add(word);
        }
    }

    /** Whether a folded word is part of somebody's name, or one of the other words. */
    boolean has(String word) {
        return names.contains(word) || marks.contains(word);
    }

    /** Whether a short text holds one of the words, alone, within another word or parted by something; harmless words do not. */
    boolean isIn(String text) {
        if (text.length() > LONGEST) {
            return true;
        }
        StringBuilder others = new StringBuilder();
        for (String word : Words.of(text)) {
            if (!Words.isHarmless(word)) {
                if (has(word)) {
                    return true;
                }
                others.append(word);
            }
        }
        return isWithin(others.toString());
    }

    private boolean isWithin(String text) {
        for (int from = 0; from + SHORTEST_WITHIN <= text.length(); from++) {
            for (int to = from + SHORTEST_WITHIN; to <= text.length(); to++) {
                if (has(text.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }
}

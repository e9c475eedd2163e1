package br.com.redcheck.person;

import java.util.Locale;

/**
 * A researcher's identifier: fifteen digits, and a character that vouches for them (ISO/IEC 7064, MOD 11-2; X stands for ten).
 *
 * @param id in groups of four, {@code 0000-0002-1825-0097}
 */
public record Orcid(String id) {
    /** @throws InvalidOrcid if it is of another shape or the last character does not follow from the others */
    public Orcid {
        if (!id.matches("([0-9]{4}-){3}[0-9]{3}[0-9X]") || !vouched(id.replace("-", ""))) {
            throw new InvalidOrcid();
        }
    }

    /**
     * Reads an identifier as people write it: with or without hyphens, alone or as {@code https://orcid.org/…}.
     *
     * @throws InvalidOrcid if it is none
     */
    public static Orcid parse(String text) {
        String bare = Pasted.plain(text)
                .strip()
                .toUpperCase(Locale.ROOT)
                .replaceFirst("^(HTTPS?://)?ORCID\\.ORG/", "")
                .replaceAll("[\\-\\s]", "");
        return new Orcid(bare.replaceAll("(?<=\\G.{4})(?=.)", "-"));
    }

    private static boolean vouched(String characters) {
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + characters.charAt(i) - '0') * 2 % 11;
        }
        return characters.charAt(15) == "0123456789X".charAt((12 - total) % 11);
    }

    @Override
    public String toString() {
        return id;
    }
}

package br.com.redcheck.person;

/** What people paste from web pages, documents and telephones: with spaces and dashes of every kind, and marks that cannot be seen. */
final class Pasted {
    private Pasted() {}

    /** The same with ordinary spaces and hyphens alone. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cf}", "").replaceAll("\\p{Z}", " ").replaceAll("[\\p{Pd}\u2212]", "-");
    }
}

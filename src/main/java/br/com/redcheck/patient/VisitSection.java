package br.com.redcheck.patient;

/**
 * Something that patients find on their page beside the report, such as their consent: a bean of this type becomes a heading, a
 * sentence and a link there, in the order of {@link org.springframework.core.annotation.Order}.
 */
public interface VisitSection {
    /** Where it is, below {@code /visit}, such as {@code /visit/consent}. */
    String path();

    /** Begins the keys of its two texts, {@code <key>.title} and {@code <key>.lead}. */
    String key();
}

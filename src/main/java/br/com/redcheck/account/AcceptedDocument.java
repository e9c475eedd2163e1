package br.com.redcheck.account;

/**
 * A document that somebody agreed to on signing up.
 *
 * @param version as the document itself says it
 */
public record AcceptedDocument(Document document, String version) {
    /** What is agreed to. */
    public enum Document {
        TERMS_OF_USE,
        PRIVACY_NOTICE
    }
}

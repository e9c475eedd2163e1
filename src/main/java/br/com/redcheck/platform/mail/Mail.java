package br.com.redcheck.platform.mail;

/**
 * An e-mail as it was written.
 *
 * @param language a language tag, for programs that read it aloud
 * @param text plain, with paragraphs apart by an empty line
 */
record Mail(String to, String language, String subject, String text) {
    /** The address as administrators may see it: where its mail server is, and nobody's name. */
    String maskedAddress() {
        return "***" + to.substring(Math.max(0, to.lastIndexOf('@')));
    }

    /** Says nothing: address and text are not for logs. */
    @Override
    public String toString() {
        return "Mail[***]";
    }
}

package br.com.redcheck.accreditation;

import br.com.redcheck.account.AcceptedDocument.Document;
import br.com.redcheck.platform.Operator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What people agree to when they sign up. A text that was once agreed to is never changed: a new version is a new file with the date
 * from which it holds.
 */
enum LegalText {
    TERMS("terms", Document.TERMS_OF_USE, "2026-11-23"),
    PRIVACY("privacy", Document.PRIVACY_NOTICE, "2026-11-23");

    private final String name;
    private final Document document;
    private final String version;

    LegalText(String name, Document document, String version) {
        this.name = name;
        this.document = document;
        this.version = version;
    }

    Document document() {
        return document;
    }

    /** The date from which it holds. */
    String version() {
        return version;
    }

    /** The text as HTML; whatever language is asked for and is not English is answered in Portuguese. */
    String html(Locale language, Operator operator) {
        String suffix = language.getLanguage().equals("en") ? "en" : "pt-BR";
        String file = "/legal/" + name + "-" + version + "." + suffix + ".html";
        try (InputStream text = LegalText.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return operator.namedIn(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

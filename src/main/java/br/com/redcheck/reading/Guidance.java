package br.com.redcheck.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a doctor should know before relying on a network. */
final class Guidance {
    private Guidance() {}

    /** The text as HTML of our own; whatever language is asked for and is not English is answered in Portuguese. */
    static String html(Locale language) {
        String file = "/guidance/critical-use." + (language.getLanguage().equals("en") ? "en" : "pt-BR") + ".html";
        try (InputStream text = Guidance.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

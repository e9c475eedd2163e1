package br.com.redcheck.patient.consent;

import br.com.redcheck.platform.Operator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What patients are asked to agree to (termo de consentimento livre e esclarecido). A text that somebody has agreed to is never
 * changed: a new version is a new pair of files, and a row of {@code consent_version} that says whether it ends earlier consents.
 *
 * @param version the day from which it holds
 */
record ConsentText(LocalDate version) {
    /** The text as HTML; whatever language is asked for and is not English is answered in Portuguese. */
    String html(Locale language, Operator operator) {
        String suffix = language.getLanguage().equals("en") ? "en" : "pt-BR";
        String file = "/consent/tcle-" + version + "." + suffix + ".html";
        try (InputStream text = ConsentText.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return operator.namedIn(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package br.com.redcheck.exam.clinical;

import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is wrong with the fields of a form, in the reader's language. */
final class Complaints {
    private Complaints() {}

    static Map<String, String> of(Map<String, Refusal> wrong, Messages messages, Locale language) {
        Map<String, String> told = new LinkedHashMap<>();
        wrong.forEach((field, refusal) -> told.put(field, messages.text(language, refusal)));
        return told;
    }
}

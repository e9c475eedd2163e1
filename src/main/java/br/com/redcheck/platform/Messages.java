package br.com.redcheck.platform;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Every text a person may read, in Portuguese first and English beside it.
 *
 * <p>Each package keeps its own file {@code i18n/<package>.properties}. Whatever language is asked for and is not English is
 * answered in Portuguese. The command line makes one of these by itself, without an application around it.
 */
@Component("messageSource")
public final class Messages extends ResourceBundleMessageSource {
    /** The language of this product when nobody has said otherwise. */
    public static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    private static final List<String> PACKAGES = List.of(
            "platform",
            "person",
            "dicom",
            "model",
            "inference",
            "audit",
            "vault",
            "account",
            "accreditation",
            "patient",
            "consent",
            "rights",
            "pipeline",
            "exam",
            "gallery",
            "worklist",
            "reading",
            "report",
            "delivery",
            "interop");

    public Messages() {
        setBasenames(PACKAGES.stream().map(name -> "i18n/" + name).toArray(String[]::new));
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    /** In a text without places an apostrophe is one, whether or not somebody has given values for places. */
    @Override
    protected @Nullable MessageFormat resolveCode(String key, Locale language) {
        String text = resolveCodeWithoutArguments(key, language);
        return text == null || text.contains("{")
                ? super.resolveCode(key, language)
                : new MessageFormat(text.replace("'", "''"), language);
    }

    /** The language for a person at this machine's console: theirs if it is English, else Portuguese. */
    public static Locale consoleLanguage() {
        Locale machine = Locale.getDefault();
        return machine.getLanguage().equals("en") ? Locale.ENGLISH : PORTUGUESE;
    }

    /** The text under a key, its places filled. */
    public String text(Locale language, String key, Object... arguments) {
        return getMessage(key, arguments, language);
    }

    /** What a refusal says to the person. */
    public String text(Locale language, Refusal refusal) {
        return getMessage(refusal.key(), refusal.arguments().toArray(), language);
    }

    /** What a remark says to the person. */
    public String text(Locale language, Remark remark) {
        return getMessage(remark.key(), remark.arguments().toArray(), language);
    }
}

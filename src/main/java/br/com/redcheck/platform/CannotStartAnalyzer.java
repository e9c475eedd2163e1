package br.com.redcheck.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the application did not start. There is no context then, so the texts are read straight from their files. */
class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {
    private static final String ROOT = "br.com.redcheck.";

    @Override
    protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
        return new FailureAnalysis(
                text(cause, cause.key(), Locale.getDefault()),
                text(cause, cause.key() + ".action", Locale.getDefault()),
                cause);
    }

    static String text(CannotStart cause, String key, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "i18n." + module(cause), language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), language)
                .format(cause.arguments().toArray());
    }

    /** The first package below ours: its texts are in the file of that name. */
    private static String module(CannotStart cause) {
        String below = cause.getClass().getPackageName().substring(ROOT.length());
        return below.split("\\.", 2)[0];
    }
}

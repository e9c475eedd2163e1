package br.com.redcheck.platform;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.expression.Temporals;

/**
 * Dates and times on pages, in the zone of the people who use them, wherever the server stands: templates write
 * {@code #times.format(instant, 'SHORT')}. Scripts get the zone itself from {@code #zone}.
 */
@Component
class LocalTimes implements IExpressionObjectDialect, IExpressionObjectFactory {
    private static final String NAME = "times";
    private static final String ZONE = "zone";

    /** English with the year first: 12/10/26 is another day to a Brazilian than to an American. */
    private static final Locale ENGLISH = Locale.forLanguageTag("en-SE");

    private final ZoneId zone;

    LocalTimes(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME, ZONE);
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        if (name.equals(ZONE)) {
            return zone;
        }
        Locale reader = context.getLocale();
        return new Temporals(reader.getLanguage().equals(ENGLISH.getLanguage()) ? ENGLISH : reader, zone);
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}

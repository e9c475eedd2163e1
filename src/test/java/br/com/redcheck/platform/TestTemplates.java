package br.com.redcheck.platform;

import java.time.ZoneId;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills in templates for tests without an application around them. */
public final class TestTemplates {
    private TestTemplates() {}

    public static SpringTemplateEngine engine() {
        return engine(new SpringStandardDialect());
    }

    /** With these dialects, of which one is Spring's standard, and our own. */
    public static SpringTemplateEngine engine(IDialect... dialects) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(new Messages());
        engine.clearDialects();
        for (IDialect dialect : dialects) {
            engine.addDialect(dialect);
        }
        engine.addDialect(new LocalTimes(ZoneId.of("America/Sao_Paulo")));
        return engine;
    }
}

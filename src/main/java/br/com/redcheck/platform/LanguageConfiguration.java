package br.com.redcheck.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Portuguese until the person switches with {@code ?lang=en}; a cookie remembers it. Programs have no cookie: they are answered in
 * the language of their {@code Accept-Language}.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {
    private static final String PROGRAMS = "/api/";

    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        AcceptHeaderLocaleResolver programs = new AcceptHeaderLocaleResolver();
        programs.setSupportedLocales(List.of(Messages.PORTUGUESE, Locale.ENGLISH));
        programs.setDefaultLocale(Messages.PORTUGUESE);
        resolver.setDefaultLocaleFunction(
                request -> isOfProgram(request) ? programs.resolveLocale(request) : Messages.PORTUGUESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor languageSwitch = new LocaleChangeInterceptor();
        languageSwitch.setParamName("lang");
        languageSwitch.setIgnoreInvalidLocale(true);
        registry.addInterceptor(languageSwitch).excludePathPatterns(PROGRAMS + "**");
    }

    private static boolean isOfProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + PROGRAMS);
    }
}

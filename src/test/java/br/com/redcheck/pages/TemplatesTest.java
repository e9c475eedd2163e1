package br.com.redcheck.pages;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Administrator;
import br.com.redcheck.account.Clinic;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.Researcher;
import br.com.redcheck.patient.PatientVisit;
import br.com.redcheck.patient.VisitSection;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.TestTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.access.expression.AbstractSecurityExpressionHandler;
import org.springframework.security.access.expression.SecurityExpressionOperations;
import org.springframework.security.access.expression.SecurityExpressionRoot;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.FilterInvocation;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Every page is rendered in every way that its template offers, in both languages and for everybody, with objects of the types that
 * controllers hand over. What cannot be rendered, a text that is missing, and a way that was never taken make it fail.
 */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern MISSING_TEXT = Pattern.compile("\\?\\?[^?\\s]+_(pt_BR|en)\\?\\?");
    private static final List<Locale> LANGUAGES = List.of(Messages.PORTUGUESE, Locale.ENGLISH);
    private static final int TIMES = 24;
    private static final int MOST_ROUNDS = 30;

    /** Template, line, column, and what {@link Branches} says of it. */
    private static final Pattern WAY = Pattern.compile("(.+):(\\d+):\\d+ (.*)");

    private static final SpelExpressionParser SPEL = new SpelExpressionParser();

    private final Branches branches = new Branches();
    private final Invented invented = new Invented(7, Model.texts(), Model.conditions());
    private final SpringTemplateEngine engine = TestTemplates.engine(branches.standard(), branches.security());
    private final MockServletContext server = new MockServletContext();
    private final GenericWebApplicationContext beans = new GenericWebApplicationContext(server);

    TemplatesTest() {
        beans.registerBean(Rights.class);
        beans.registerBean("clinics", ClinicsOfAnybody.class, () -> new ClinicsOfAnybody(invented));
        beans.registerBean("highWater", SometimesBehind.class, () -> new SometimesBehind(invented));
        beans.refresh();
        invented.make(VisitSection.class, SectionOfConsent::new);
        Model.made()
                .forEach((type, ways) -> invented.make(type, () -> Invented.by((String) invented.oneOf(ways), type)));
        server.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, beans);
    }

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
        beans.close();
    }

    @Test
    void everyPageIsRenderedInEveryWay() throws IOException {
        Set<String> wrong = new LinkedHashSet<>();
        List<String> never = Model.never();
        Map<Model, Set<String>> pages = new LinkedHashMap<>();
        Model.all().forEach(model -> pages.put(model, render(model, wrong)));
        Set<String> missed = branches.missed(templates());
        for (int round = 1; round < MOST_ROUNDS; round++) {
            Set<String> wanted = missed.stream()
                    .filter(way -> !never.contains(inWords(way)))
                    .map(way -> way.split("[: ]")[0])
                    .collect(Collectors.toSet());
            pages.forEach((model, made) -> {
                if (!Collections.disjoint(made, wanted)) {
                    made.addAll(render(model, wrong));
                }
            });
            missed = branches.missed(templates());
        }

        assertThat(wrong)
                .as("what could not be rendered, and texts that are missing")
                .isEmpty();
        assertThat(missed.stream().map(TemplatesTest::inWords).filter(way -> !never.contains(way)))
                .as("ways through templates that were not taken")
                .isEmpty();
        assertThat(never)
                .as("ways that are said never to be taken, and are")
                .isSubsetOf(missed.stream().map(TemplatesTest::inWords).toList());
    }

    /** With the line of the source instead of its number, which moves. */
    private static String inWords(String way) {
        Matcher parts = WAY.matcher(way);
        if (!parts.matches()) {
            return way;
        }
        try {
            String line = Files.readAllLines(TEMPLATES.resolve(parts.group(1) + ".html"))
                    .get(Integer.parseInt(parts.group(2)) - 1);
            return "%s: %s in %s".formatted(parts.group(1), parts.group(3), line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page as often as it takes for most of its ways; returns the templates that it was made of. */
    private Set<String> render(Model model, Set<String> wrong) {
        branches.forgetTemplates();
        for (int i = 0; i < TIMES; i++) {
            render(model, LANGUAGES.get(i % LANGUAGES.size()), wrong);
        }
        return branches.templates();
    }

    private void render(Model model, Locale language, Set<String> wrong) {
        MockHttpServletRequest request = new MockHttpServletRequest(server);
        SecurityContextHolder.getContext().setAuthentication(somebody());
        try {
            String page = engine.process(
                    model.page(),
                    new WebContext(
                            JakartaServletWebApplication.buildApplication(server)
                                    .buildExchange(request, new MockHttpServletResponse()),
                            language,
                            values(model, request)));
            Matcher missing = MISSING_TEXT.matcher(page);
            if (missing.find()) {
                wrong.add(model.page() + ": " + missing.group());
            }
        } catch (RuntimeException | AssertionError e) {
            wrong.add(model.page() + ": " + causes(e));
        }
    }

    /** The template and line, as Thymeleaf says it, and what it came from. */
    private static String causes(Throwable thrown) {
        Throwable first = Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(thrown), thrown);
        return thrown.getMessage() + " <- " + first.getMessage();
    }

    /** Until what holds of them together does. */
    private Map<String, Object> values(Model model, MockHttpServletRequest request) {
        Map<String, Object> values = tried(model, request);
        while (!model.condition()
                .map(condition -> SPEL.parseExpression(condition).getValue(values))
                .map(Boolean.TRUE::equals)
                .orElse(true)) {
            values.clear();
            values.putAll(tried(model, request));
        }
        return values;
    }

    private Map<String, Object> tried(Model model, MockHttpServletRequest request) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        model.values().forEach((name, value) -> {
            if (value.sometimes() && invented.chance()) {
                return;
            }
            if (name.startsWith("param.")) {
                request.setParameter(name.substring("param.".length()), "");
            } else {
                values.put(name, value.kind().apply(invented));
            }
        });
        return values;
    }

    private Authentication somebody() {
        return switch ((String) invented.oneOf(List.of("DOCTOR", "ADMINISTRATOR", "RESEARCHER", "PATIENT_VISIT", ""))) {
            case "" -> new AnonymousAuthenticationToken("-", "-", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
            case "PATIENT_VISIT" -> signedIn(PatientVisit.class, "PATIENT_VISIT");
            case "DOCTOR" -> signedIn(Doctor.class, "DOCTOR");
            case "ADMINISTRATOR" -> signedIn(Administrator.class, "ADMINISTRATOR");
            default -> signedIn(Researcher.class, "RESEARCHER");
        };
    }

    private Authentication signedIn(Class<?> kind, String role) {
        return new TestingAuthenticationToken(invented.of(ResolvableType.forClass(kind)), "-", "ROLE_" + role);
    }

    private static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.map(file -> TEMPLATES.relativize(file).toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.substring(0, name.length() - ".html".length()))
                    .toList();
        }
    }

    /** One of those that a patient finds. */
    private record SectionOfConsent() implements VisitSection {
        @Override
        public String path() {
            return "/visit/consent";
        }

        @Override
        public String key() {
            return "visit.consent";
        }
    }

    /** As the server understands who may see what. */
    static final class Rights extends AbstractSecurityExpressionHandler<FilterInvocation> {
        @Override
        protected SecurityExpressionOperations createSecurityExpressionRoot(
                Authentication somebody, FilterInvocation request) {
            SecurityExpressionRoot<FilterInvocation> root = new SecurityExpressionRoot<>(() -> somebody, request) {};
            root.setTrustResolver(new AuthenticationTrustResolverImpl());
            return root;
        }
    }

    /** What the page's head asks for the clinics of who is signed in; the real one asks the database. */
    static final class ClinicsOfAnybody {
        private final Invented invented;

        ClinicsOfAnybody(Invented invented) {
            this.invented = invented;
        }

        public Object of(UUID account) {
            return invented.of(ResolvableType.forClassWithGenerics(List.class, Clinic.class));
        }
    }

    static final class SometimesBehind {
        private final Invented invented;

        SometimesBehind(Invented invented) {
            this.invented = invented;
        }

        public boolean behind() {
            return (boolean) invented.oneOf(List.of(true, false));
        }
    }
}

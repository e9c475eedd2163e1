package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.report.WritingDoctor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** No field of any form can be filled with a text that ends in a fault of ours. The forms are asked of the running application. */
@SpringBootTest
@AutoConfigureMockMvc
class EveryFormIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_06.dcm");
    private static final String DIRTY = "somebody\0\u0007@exam\uFFFEple.org\uD800";

    /** What cannot be kept; what is no Latin letter; what could be taken for a part of the page; what is longer than any field. */
    private static final List<String> ODD = List.of(
            DIRTY,
            "\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F e\u0301\u0328\u0323 \u202E\u05D0\u0628\u0646",
            "\u00A0\r\n\r<b title='\"'>&amp;{0} ${7*7} __${7*7}__ %s</b>\\\r\n\u00A0",
            "W".repeat(10_000));

    /** What fits fields that are no text. */
    private static final Map<Class<?>, String> VALUES = Map.of(
            boolean.class, "true",
            int.class, "0",
            long.class, "0",
            UUID.class, UUID.randomUUID().toString(),
            LocalDate.class, "2020-04-02");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    private Doctor ana;
    private String exam;

    @BeforeEach
    void aDoctorAtWork() throws Exception {
        ana = TestDoctors.register(database);
        exam = new DoctorsRequests(browser).send(ana, Files.readAllBytes(FILM));
        new WritingDoctor(browser, TestPeople.signedIn(ana)).tellWhoThePatientIs(exam);
    }

    @Test
    void noFieldOfAnyFormEndsInAFault() {
        List<String> faults = new ArrayList<>();
        for (String text : ODD) {
            assertThat(fill(text, faults)).as("fields with texts").isGreaterThan(60);
        }

        assertThat(faults).isEmpty();
    }

    /** Fills in every form with a text, and adds what went wrong. Returns how many fields took it. */
    private int fill(String text, List<String> faults) {
        RequestPostProcessor doctor = TestPeople.signedIn(ana);
        RequestPostProcessor administrator = TestPeople.signedIn(TestPeople.administrator(database));
        int fields = 0;
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (Map.Entry<RequestMappingInfo, HandlerMethod> route :
                    mapping.getHandlerMethods().entrySet()) {
                Map<String, String> filled = filled(route.getValue(), text);
                fields += Collections.frequency(filled.values(), text);
                for (String pattern :
                        filled.containsValue(text) ? route.getKey().getPatternValues() : Set.<String>of()) {
                    RequestPostProcessor person = pattern.startsWith("/admin") ? administrator : doctor;
                    route.getKey().getMethodsCondition().getMethods().stream()
                            .flatMap(method -> fault(method, pattern, filled, person))
                            .forEach(faults::add);
                }
            }
        }
        return fields;
    }

    @Test
    void theSignInIsAForm() throws Exception {
        assertThat(browser.perform(request(HttpMethod.POST, URI.create("/sign-in"))
                                .with(csrf())
                                .param("username", DIRTY)
                                .param("password", DIRTY))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/sign-in?");
    }

    private Stream<String> fault(
            RequestMethod method, String pattern, Map<String, String> fields, RequestPostProcessor person) {
        String path = pattern.replace("{exam}", exam)
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        MockHttpServletRequestBuilder form = request(method.asHttpMethod(), URI.create(path))
                .with(person)
                .with(csrf())
                .accept("text/html", "*/*");
        fields.forEach(form::param);
        try {
            int status = browser.perform(form).andReturn().getResponse().getStatus();
            return status < 500 ? Stream.of() : Stream.of(method + " " + path + ": " + status);
        } catch (Exception e) {
            return Stream.of(method + " " + path + ": " + e);
        }
    }

    /** What a handler reads from forms, by itself or as the parts of a record: texts are odd, and all else is as it should be. */
    private static Map<String, String> filled(HandlerMethod handler, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam field = parameter.getParameterAnnotation(RequestParam.class);
            if (field != null) {
                String name = field.name() + field.value();
                fill(
                        fields,
                        name.isEmpty() ? parameter.getParameter().getName() : name,
                        parameter.getGenericParameterType(),
                        text);
            } else if (parameter.getParameterType().isRecord() && parameter.getParameterAnnotations().length == 0) {
                for (RecordComponent part : parameter.getParameterType().getRecordComponents()) {
                    fill(fields, part.getName(), part.getGenericType(), text);
                }
            }
        }
        return fields;
    }

    private static void fill(Map<String, String> fields, String name, Type type, String text) {
        ResolvableType resolved = ResolvableType.forType(type);
        Class<?> wanted = resolved.hasGenerics() ? resolved.getGeneric(0).toClass() : resolved.toClass();
        if (wanted.isEnum()) {
            fields.put(name, String.valueOf(wanted.getEnumConstants()[0]));
        } else {
            fields.put(name, VALUES.getOrDefault(wanted, text));
        }
    }
}

package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever JSON is sent to whichever page that takes some: if it is wrong, that is the sender's fault and never told as ours. */
@SpringBootTest
@AutoConfigureMockMvc
class JsonBodiesIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void aBodyOfAnyShapeIsAnsweredAsTheSendersOwn() throws Exception {
        Doctor doctor = TestDoctors.register(database);
        String exam = new DoctorsRequests(browser).send(doctor, Files.readAllBytes(FILM));
        browser.perform(get("/exams/" + exam + "/reports/draft").with(user(doctor)));
        List<Route> routes = mappings.getHandlerMethods().entrySet().stream()
                .flatMap(mapped -> routes(mapped.getKey(), mapped.getValue()))
                .toList();
        assertThat(routes).extracting(Route::path).contains("/exams/sendings").hasSizeGreaterThanOrEqualTo(4);

        List<String> faults = new ArrayList<>();
        for (Route route : routes) {
            for (String body :
                    JsonShapes.around(JsonShapes.sample(route.body())).toList()) {
                int status = answer(doctor, exam, route, body);
                if (status >= 500) {
                    faults.add(route.method() + " " + route.path() + " " + status + " " + body);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private int answer(Doctor doctor, String exam, Route route, String body) {
        String path = route.path()
                .replace("{exam}", exam)
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        try {
            return browser.perform(request(HttpMethod.valueOf(route.method().name()), URI.create(path))
                            .with(user(doctor))
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception fault) { // what the server would answer with 500
            return 500;
        }
    }

    private static Stream<Route> routes(RequestMappingInfo mapping, HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType)
                .flatMap(body -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method, path, body))));
    }

    private record Route(RequestMethod method, String path, Type body) {}
}

package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.ApiKeys;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestKeys;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.platform.database.EveryRow;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who gets what from every route there is. The routes are asked of the running application: one that nobody has thought about here
 * fails the test.
 */
@SpringBootTest
@AutoConfigureMockMvc
class AuthorisationMatrixIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_06.dcm");

    private enum Visitor {
        STRANGER,
        REQUESTED_DOCTOR,
        OTHER_DOCTOR,
        CLINIC_MEMBER,
        RESEARCHER,
        ADMINISTRATOR,
        OWNER,
        OTHERS_PROGRAM,
        OWNERS_PROGRAM
    }

    /** What may come back: the page or a refusal of its own, the sign-in page, "not for you", "there is no such thing". */
    private enum Answer {
        SERVED,
        DOOR,
        FORBIDDEN,
        NOT_FOUND
    }

    /** They show an API key and have no session. */
    private static final Set<Visitor> PROGRAMS = Set.of(Visitor.OTHERS_PROGRAM, Visitor.OWNERS_PROGRAM);

    private static final Set<Visitor> DOCTORS =
            Set.of(Visitor.REQUESTED_DOCTOR, Visitor.OTHER_DOCTOR, Visitor.CLINIC_MEMBER, Visitor.OWNER);

    /** Who is served by which routes; everybody else is turned away. The first that fits counts. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody changes the sets
    private enum Family {
        WEIGHTS("/networks/.*/model.h5", with(DOCTORS, Visitor.RESEARCHER, Visitor.ADMINISTRATOR)),
        PUBLIC(
                "/sign-in(/.*)?|/session|/sign-up(/.*)?|/forgotten|/links/.*|/terms|/privacy|/consent|/gallery.*|/verify/.*|/actuator/health"
                        + "|/developers|/api/v1/openapi.*|/networks.*|/critical-use",
                Stream.of(Visitor.values()).collect(Collectors.toSet())),
        /** Where links to reports lead, and the page that asks for a proof. */
        PATIENTS_DOOR("/r(/.*)?|/visit/proof", Stream.of(Visitor.values()).collect(Collectors.toSet())),
        /** Served to a patient alone, who is no visitor of these: see TokenIT. */
        PATIENTS("/visit.*", Set.of()),
        NOBODYS("/actuator.*|/error", Set.of()),
        API_OF_ONE("/api/v1/(exams|sendings)/\\{.*", Set.of(Visitor.OWNERS_PROGRAM)),
        API("/api/v1/exams", PROGRAMS),
        KEYS("/account/api-keys.*", DOCTORS),
        ONES_EXAM("/exams/\\{exam}.*", Set.of(Visitor.OWNER)),
        ONES_SENDING("/exams/sendings/\\{sending}.*", Set.of(Visitor.OWNER)),
        SHELF("/exams.*|/shelf", DOCTORS),
        ONES_PATIENT("/patients/\\{patient}.*", Set.of(Visitor.OWNER)),
        CASES("/patients.*|/municipalities|/outcomes.*|/reports.*", DOCTORS),
        CLINIC("/clinic/\\{clinic}.*", Set.of(Visitor.CLINIC_MEMBER)),
        APPLICANTS("/accreditation.*", with(DOCTORS, Visitor.RESEARCHER)),
        ADMINISTRATION("/admin.*", Set.of(Visitor.ADMINISTRATOR)),
        ONES_OWN("/|/account.*|/second-factor.*", with(DOCTORS, Visitor.RESEARCHER, Visitor.ADMINISTRATOR));

        private final Pattern routes;
        private final Set<Visitor> served;

        Family(String routes, Set<Visitor> served) {
            this.routes = Pattern.compile(routes);
            this.served = served;
        }

        private static Set<Visitor> with(Set<Visitor> some, Visitor... more) {
            return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
        }

        static Optional<Family> of(String path) {
            return Arrays.stream(values())
                    .filter(family -> family.routes.matcher(path).matches())
                    .findFirst();
        }

        Set<Answer> expected(Visitor visitor) {
            if (this == PATIENTS_DOOR) {
                return Set.of(Answer.SERVED, Answer.DOOR); // who brings no token is asked for one
            }
            if (served.contains(visitor)) {
                return Set.of(Answer.SERVED);
            }
            if (visitor == Visitor.STRANGER || (PROGRAMS.contains(visitor) && this != API_OF_ONE)) {
                return Set.of(Answer.DOOR);
            }
            if (this == ONES_SENDING && visitor == Visitor.REQUESTED_DOCTOR) {
                return Set.of(Answer.NOT_FOUND, Answer.FORBIDDEN); // who may not send is not told what is there
            }
            if (PROGRAMS.contains(visitor)) {
                return Set.of(Answer.NOT_FOUND);
            }
            boolean anotherOwners =
                    (this == ONES_EXAM || this == ONES_PATIENT || this == ONES_SENDING || this == CLINIC)
                            && DOCTORS.contains(visitor);
            return Set.of(anotherOwners ? Answer.NOT_FOUND : Answer.FORBIDDEN);
        }
    }

    private record Route(HttpMethod method, String pattern, String path) {}

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    ApiKeys keys;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Patients patients;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    private final Map<Visitor, RequestPostProcessor> visitors = new EnumMap<>(Visitor.class);
    private final Map<String, String> places = new LinkedHashMap<>();
    private Doctor ana;
    private String exam;

    @BeforeEach
    void openTheHouse() throws Exception {
        ana = TestDoctors.register(database);
        Doctor member = TestDoctors.register(database);
        visitors.put(Visitor.REQUESTED_DOCTOR, TestPeople.signedIn(TestDoctors.withoutLicence(database)));
        visitors.put(Visitor.OTHER_DOCTOR, TestPeople.signedIn(TestDoctors.register(database)));
        visitors.put(Visitor.CLINIC_MEMBER, TestPeople.signedIn(member));
        visitors.put(Visitor.RESEARCHER, TestPeople.signedIn(TestPeople.researcher(database)));
        visitors.put(Visitor.ADMINISTRATOR, TestPeople.signedIn(TestPeople.administrator(database)));
        visitors.put(Visitor.OWNER, TestPeople.signedIn(ana));
        visitors.put(Visitor.OWNERS_PROGRAM, TestKeys.shown(TestKeys.make(keys, ana)));
        visitors.put(Visitor.OTHERS_PROGRAM, TestKeys.shown(TestKeys.make(keys, TestDoctors.register(database))));

        exam = new DoctorsRequests(browser).send(ana, Files.readAllBytes(FILM));
        UUID image = everyRow.sql("select id from instance where owner = ?")
                .param(ana.owner().value())
                .query(UUID.class)
                .single();
        UUID clinic = UUID.randomUUID();
        everyRow.sql("insert into clinic (id, name, created_at) values (?, 'Test', now())")
                .param(clinic)
                .update();
        everyRow.sql("insert into membership (clinic, account, role, since) values (?, ?, 'RESPONSIBLE', now())")
                .params(clinic, member.account())
                .update();
        UUID sending = everyRow.sql("select id from sending where owner = ?")
                .param(ana.owner().value())
                .query(UUID.class)
                .single();
        Identity somebody = new Identity(
                "Fulana de Tal", LocalDate.of(1970, 1, 2), Sex.F, Optional.empty(), Optional.of("Sicrana de Tal"));
        places.put("patient", patients.enter(ana.owner(), somebody).toString());
        places.put("sending", sending.toString());
        places.put("exam", exam);
        places.put("image", image.toString());
        places.put("clinic", clinic.toString());
        places.put("frame", "0");
        places.put("page", "1");
        places.put("ordinal", "0");
        places.put("name", "vgg16-cam-cxr");
        places.put("version", "0.1.0");
    }

    @Test
    void everyRouteAnswersEveryoneAsItShould() throws Exception {
        List<Route> routes = routes();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Route route : routes) {
            Optional<Family> family = Family.of(route.pattern());
            if (family.isEmpty()) {
                wrong.add(route + " is in no family");
                continue;
            }
            for (Visitor visitor : Visitor.values()) {
                MockHttpServletResponse response = ask(route, visitor);
                asked++;
                Answer answer = answer(response);
                if (!family.get().expected(visitor).contains(answer) && !ownRefusal(route, visitor, answer)) {
                    wrong.add(route + " for " + visitor + ": " + answer + " " + response.getStatus());
                }
                // The audit log names what was touched, by ids that open nothing for whoever reads them there.
                boolean log =
                        visitor == Visitor.ADMINISTRATOR && route.pattern().startsWith("/admin/audit");
                if (visitor != Visitor.OWNER
                        && visitor != Visitor.OWNERS_PROGRAM
                        && !log
                        && response.getContentAsString(StandardCharsets.UTF_8)
                                .replace(route.path(), "")
                                .contains(exam)) {
                    wrong.add(route + " shows ana's exam to " + visitor);
                }
            }
        }
        System.out.println("authorisation matrix: " + routes.size() + " routes, " + asked + " answers");

        assertThat(wrong).isEmpty();
        assertThat(routes).hasSizeGreaterThan(60);
    }

    @Test
    void whoHasNotConfirmedTheirEMailIsKeptAtTheDoor() throws Exception {
        Doctor unconfirmed = TestDoctors.withoutLicence(database);
        database.sql("update account set confirmed_at = null, password_hash = ? where id = ?")
                .params(passwords.encode("a long enough password"), unconfirmed.account())
                .update();

        browser.perform(post("/sign-in")
                        .param("username", unconfirmed.getUsername())
                        .param("password", "a long enough password")
                        .with(csrf()))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/sign-in?unconfirmed"));
    }

    /** Served as far as rights go, and yet there is nothing under an invented name. */
    private static boolean ownRefusal(Route route, Visitor visitor, Answer answer) {
        boolean invented = Stream.of(
                        "{file}",
                        "{id}",
                        "{paper}",
                        "{publication}",
                        "{request}",
                        "{reading}",
                        "{member}",
                        "{link}",
                        "{report}",
                        "{token}",
                        "logo.png",
                        "/links/mail",
                        "/links/slip")
                .anyMatch(place -> route.pattern().contains(place));
        boolean noCase =
                route.pattern().startsWith("/accreditation") || route.pattern().equals("/exams/sendings");
        Family family = Family.of(route.pattern()).orElseThrow();
        return family.served.contains(visitor)
                && (invented || noCase)
                && (answer == Answer.NOT_FOUND || answer == Answer.FORBIDDEN);
    }

    private MockHttpServletResponse ask(Route route, Visitor visitor) throws Exception {
        var asked = request(route.method(), URI.create(route.path()))
                .with(visitors.getOrDefault(visitor, anonymous()))
                .with(csrf())
                .header("Accept", "*/*")
                .param("email", "somebody@example.org");
        if (route.pattern().startsWith("/patients/{patient}")) {
            asked.param("version", "2026-11-25")
                    .param("paper", UUID.randomUUID().toString())
                    .param("purpose", "CARE")
                    .param("kind", "COPY");
        }
        if (route.pattern().startsWith("/exams/sendings")) {
            sendingRequest(route, asked);
        } else if (route.pattern().equals("/api/v1/exams")) {
            asked.contentType("application/dicom").content(new byte[10]);
        } else if (route.pattern().equals("/accreditation/evidence")
                || route.pattern().endsWith("/consent/papers")
                || route.pattern().endsWith("/logo")) {
            asked.contentType("application/octet-stream").content(new byte[10]);
        } else if (route.pattern().endsWith("/{annotation}")) {
            asked.contentType("application/json").content("""
                    {"image": "%s", "frame": 0, "shape": "LENGTH", "points": [{"x": 1, "y": 1}, {"x": 2, "y": 2}]}""".formatted(places.get("image")));
        } else if (route.method() == HttpMethod.PUT && route.pattern().endsWith("/draft")) {
            asked.contentType("application/json").content("{\"version\": 0, \"text\": {}}");
        } else if (route.pattern().endsWith("/masks")) {
            asked.contentType("application/json").content("{\"remove\": [], \"add\": []}");
        }
        return browser.perform(asked).andReturn().getResponse();
    }

    private static void sendingRequest(Route route, MockHttpServletRequestBuilder asked) {
        asked.header("Tus-Resumable", "1.0.0").header("Upload-Length", "10").header("Upload-Offset", "0");
        if (route.method() == HttpMethod.PATCH) {
            asked.contentType("application/offset+octet-stream").content(new byte[10]);
        } else {
            asked.contentType("application/json").content("{\"urgent\": false, \"closed\": false}");
        }
    }

    private static Answer answer(MockHttpServletResponse response) {
        String to = response.getRedirectedUrl();
        if (to != null && (to.endsWith("/sign-in") || to.endsWith("/r"))) {
            return Answer.DOOR;
        }
        return switch (response.getStatus()) {
            case 401 -> Answer.DOOR;
            case 403 -> Answer.FORBIDDEN;
            case 404 -> Answer.NOT_FOUND;
            default -> Answer.SERVED;
        };
    }

    /** All routes, those that only look before those that change something, each with places filled in that are ana's. */
    private List<Route> routes() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(this::routes)
                .distinct()
                .sorted((one, other) -> (one.method() + one.path()).compareTo(other.method() + other.path()))
                .toList();
    }

    private Stream<Route> routes(RequestMappingInfo mapped) {
        Set<RequestMethod> methods = mapped.getMethodsCondition().getMethods();
        return mapped.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Route(method.asHttpMethod(), pattern, filled(pattern))));
    }

    private String filled(String pattern) {
        String path = pattern.replace("/**", "/x");
        for (Map.Entry<String, String> place : places.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", place.getValue());
        }
        return path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }
}

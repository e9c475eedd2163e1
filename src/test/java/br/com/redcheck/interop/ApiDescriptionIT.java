package br.com.redcheck.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of the API is what it does. */
@SpringBootTest
@AutoConfigureMockMvc
class ApiDescriptionIT {
    private static final String DESCRIPTION = "/api/v1/openapi";

    /** What each operation answers with. */
    private static final Map<String, Class<?>> ANSWERS = Map.of(
            "send", SendingResource.class,
            "sending", SendingResource.class,
            "exams", ExamsResource.class,
            "exam", ExamResource.class,
            "readings", ReadingsResource.class,
            "heatMaps", HeatMapsResource.class);

    @Autowired
    MockMvc browser;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    JsonMapper json;

    @Test
    void itListsExactlyTheApisRoutes() throws Exception {
        Set<String> described = new TreeSet<>();
        description("en")
                .get("paths")
                .forEachEntry((path, item) -> item.propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        Set<String> mapped = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && !path.startsWith(DESCRIPTION))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(mapped).hasSize(ANSWERS.size());
    }

    @Test
    void itsExamplesAreAnswersInFullAndOfItsSchemas() throws Exception {
        JsonNode api = description("en");
        for (JsonNode item : api.get("paths")) {
            for (JsonNode operation : item) {
                String name = operation.get("operationId").asString();
                JsonNode answer = operation.get("responses").iterator().next().at("/content/application~1json");
                assertThat(answer.get("example")).isEqualTo(example(name));
                assertRead(answer.get("example"), Objects.requireNonNull(ANSWERS.get(name)));
                assertProperties(api, answer.get("schema"), answer.get("example"));
            }
        }
    }

    @Test
    void everyOperationSaysHowItRefusesAndWhichScopeItWants() throws Exception {
        for (JsonNode item : description("en").get("paths")) {
            for (JsonNode operation : item) {
                assertThat(operation.at("/security/0/api-key/0").asString())
                        .isIn("exams:send", "exams:read", "results:read");
                for (String status : List.of("400", "401", "403", "404", "429", "500", "503")) {
                    assertThat(operation
                                    .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                    .asString())
                            .isEqualTo("#/components/schemas/Problem");
                }
            }
        }
    }

    @Test
    void itIsSaidInBothLanguagesAndLeavesNoKeyBehind() throws Exception {
        String portuguese = description("pt-BR").toString();
        String english = description("en").toString();

        assertThat(portuguese).contains("Enviar uma imagem", "Apoio à decisão");
        assertThat(english).contains("Send an image", "Support for a decision");
        assertThat(portuguese + english).doesNotContain("\"api.", "\"problem.", "developers.");
    }

    @Test
    void thePageForPeopleShowsEachRoute() throws Exception {
        String page = browser.perform(get("/developers"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("POST /api/v1/exams", "GET /api/v1/exams/{exam}/readings", "results:read", "curl");
    }

    /** All names of the example are known to the answer, and all of the answer stand in the example. */
    private void assertRead(JsonNode example, Class<?> answer) {
        Object read = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .treeToValue(example, answer);
        assertThat(names("", json.valueToTree(read))).isEqualTo(names("", example));
    }

    private static Set<String> names(String path, JsonNode node) {
        Set<String> found = new TreeSet<>();
        node.forEachEntry((name, value) -> {
            found.add(path + "/" + name);
            found.addAll(names(path + "/" + name, value));
        });
        node.forEach(element -> {
            if (node.isArray()) {
                found.addAll(names(path, element));
            }
        });
        return found;
    }

    private static void assertProperties(JsonNode api, JsonNode schema, JsonNode example) {
        JsonNode resolved =
                schema.has("$ref") ? api.at(schema.get("$ref").asString().substring(1)) : schema;
        if (example.isArray()) {
            example.forEach(element -> assertProperties(api, resolved.get("items"), element));
        } else if (example.isObject()) {
            assertThat(new TreeSet<>(resolved.get("properties").propertyNames()))
                    .isEqualTo(new TreeSet<>(example.propertyNames()));
            example.forEachEntry((name, value) ->
                    assertProperties(api, resolved.get("properties").get(name), value));
        }
    }

    private JsonNode example(String name) throws IOException {
        try (InputStream file = new ClassPathResource("interop/examples/" + name + ".json").getInputStream()) {
            return json.readTree(file);
        }
    }

    private JsonNode description(String language) throws Exception {
        return json.readTree(browser.perform(get(DESCRIPTION).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }
}

package br.com.redcheck.interop;

import br.com.redcheck.platform.PublicAddress;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API for people: what the description says, as a page. */
@Controller
class DevelopersController {
    /** The shell is the same in every language. */
    private static final String COMMANDS = """
            KEY=cdk_...
            curl -i -H "Authorization: Bearer $KEY" -H "Content-Type: application/dicom" -X POST -T film.dcm %1$s/exams
            curl -H "Authorization: Bearer $KEY" %1$s/sendings/$SENDING
            curl -H "Authorization: Bearer $KEY" %1$s/exams/$EXAM/readings""";

    private final OpenApiWebMvcResource description;
    private final PublicAddress address;
    private final JsonMapper json;

    DevelopersController(OpenApiWebMvcResource description, PublicAddress address, JsonMapper json) {
        this.description = description;
        this.address = address;
        this.json = json;
    }

    @GetMapping("/developers")
    String page(HttpServletRequest request, Locale language, Model view) throws JsonProcessingException {
        JsonNode api = json.readTree(description.openapiJson(request, "/api/v1/openapi", language));
        view.addAttribute("operations", operations(api));
        view.addAttribute("commands", COMMANDS.formatted(address.of("/api/v1")));
        return "interop/developers";
    }

    private List<Route> operations(JsonNode api) {
        List<Route> found = new ArrayList<>();
        api.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    String scope = operation
                            .at("/security/0/" + ApiDescription.KEY + "/0")
                            .asString();
                    JsonNode answer = operation.get("responses").iterator().next();
                    found.add(new Route(
                            method.toUpperCase(Locale.ROOT),
                            path,
                            operation.get("summary").asString(),
                            operation.get("description").asString(),
                            scope,
                            json.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(answer.at("/content/application~1json/example"))));
                }));
        return found;
    }

    /**
     * One route of the API.
     *
     * @param example of its answer, as JSON
     */
    record Route(String method, String path, String summary, String description, String scope, String example) {}
}

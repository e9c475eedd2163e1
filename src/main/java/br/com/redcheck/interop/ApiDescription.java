package br.com.redcheck.interop;

import br.com.redcheck.platform.Messages;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the routes themselves do not say of the API: how a program shows its key, what all refusals look like, and an example of each
 * answer. Texts are keys of the message files.
 */
@Component
@OpenAPIDefinition(
        info =
                @Info(
                        title = "covid-dicom",
                        version = "1",
                        description = "api.description",
                        license = @License(name = "MIT")),
        servers = @Server(url = "/"))
@SecurityScheme(name = ApiDescription.KEY, type = SecuritySchemeType.HTTP, scheme = "bearer")
class ApiDescription implements GlobalOpenApiCustomizer {
    /** The name of the security scheme. */
    static final String KEY = "api-key";

    private static final String EXAMPLES = "interop/examples/";
    private static final String PROBLEM = "application/problem+json";

    /** What every route may answer besides what it is asked for. */
    private static final List<String> ALWAYS = List.of("400", "401", "403", "404", "429", "500", "503");

    /** What a route that takes bytes may answer, too. */
    private static final List<String> FOR_BYTES = List.of("409", "411", "413", "415", "422");

    private final Messages messages;
    private final JsonMapper json;

    ApiDescription(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas("Problem", problem());
        api.getComponents()
                .getSecuritySchemes()
                .computeIfPresent(KEY, (name, scheme) -> scheme.description(text("api.key.description")));
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(this::complete);
    }

    private void complete(Operation operation) {
        operation.setTags(null); // they would be the names of our classes
        operation.getResponses().values().stream()
                .flatMap(answer -> answer.getContent().values().stream())
                .forEach(said -> said.setExample(example(operation.getOperationId())));
        ALWAYS.forEach(status -> refuse(operation, status));
        if (operation.getOperationId().equals("send")) {
            operation.setRequestBody(bytes());
            FOR_BYTES.forEach(status -> refuse(operation, status));
        }
    }

    private RequestBody bytes() {
        Content content = new Content();
        for (String type : List.of("application/dicom", "application/zip", "application/octet-stream")) {
            content.addMediaType(type, new MediaType().schema(new Schema<>()));
        }
        return new RequestBody()
                .required(true)
                .description(text("api.send.body"))
                .content(content);
    }

    private void refuse(Operation operation, String status) {
        MediaType said = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        if (status.equals("404")) {
            said.setExample(example("problem"));
        }
        ApiResponse answer = new ApiResponse()
                .description(text("problem." + status))
                .content(new Content().addMediaType(PROBLEM, said));
        if (status.equals("429") || status.equals("503")) {
            answer.addHeaderObject(
                    "Retry-After",
                    new Header().description(text("api.retry-after")).schema(new IntegerSchema()));
        }
        operation.getResponses().addApiResponse(status, answer);
    }

    /** As {@link br.com.redcheck.platform.Problems} writes it. */
    private Schema<?> problem() {
        return new ObjectSchema()
                .description(text("api.schema.problem"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description(text("api.schema.problem.detail")))
                .addProperty("code", new StringSchema().description(text("api.schema.problem.code")))
                .required(List.of("title", "status", "detail", "code"));
    }

    private Object example(String name) {
        try (InputStream file = new ClassPathResource(EXAMPLES + name + ".json").getInputStream()) {
            JsonNode tree = json.readTree(file);
            return json.treeToValue(tree, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key) {
        return messages.text(LocaleContextHolder.getLocale(), key);
    }
}

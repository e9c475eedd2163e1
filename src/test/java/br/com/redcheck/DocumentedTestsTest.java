package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that says "shown by" names tests that there are. */
class DocumentedTestsTest {
    /** A name of a test class in a document's code style; a star stands for any beginning. */
    private static final Pattern NAMED = Pattern.compile("`(\\*?[A-Za-z]\\w*(?:Tests?|IT))`");

    @ParameterizedTest
    @ValueSource(strings = {"asvs.md", "threat-model.md", "dependencies.md"})
    void everyTestThatIsNamedExists(String document) throws IOException {
        List<String> named = NAMED.matcher(Files.readString(Path.of("src/docs", document)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        List<String> present;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            present = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(present)
                        .anyMatch(test -> name.startsWith("*") ? test.endsWith(name.substring(1)) : test.equals(name)));
    }
}

package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** README.md promises that each setting can be given as an argument: to every command as well. */
class CommandSettingsTest {
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `((?:covid-dicom|spring|server)\\.[a-z.-]+)`");

    private final Properties before = new Properties();

    @BeforeEach
    void remember() {
        before.putAll(System.getProperties());
    }

    @AfterEach
    void forget() {
        System.setProperties(before);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTakesTheDocumentedSettings(String command) throws IOException {
        List<String> settings = SETTING.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(settings).contains("covid-dicom.home", "spring.datasource.url");
        StringWriter said = new StringWriter();
        CommandLine commands = CovidDicomApplication.commands().setErr(new PrintWriter(said, true));

        Stream<String> before = Stream.of("--" + settings.get(0) + "=of a test");
        Stream<String> after = settings.stream().skip(1).map(setting -> "--" + setting + "=of a test");
        int code = CovidDicomApplication.execute(
                commands,
                Stream.of(before, Stream.of(command.split(" ")), after, Stream.of("--no-such-option"))
                        .flatMap(words -> words)
                        .toArray(String[]::new));

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString().lines().findFirst())
                .hasValueSatisfying(
                        problem -> assertThat(problem).containsAnyOf("--no-such-option", "Missing required"));
        assertThat(said.toString()).doesNotContain("of a test");
        assertThat(settings)
                .allSatisfy(setting -> assertThat(System.getProperty(setting)).isEqualTo("of a test"));
    }

    static Stream<String> commands() {
        return leaves("", CovidDicomApplication.commands().getCommandSpec());
    }

    private static Stream<String> leaves(String path, CommandSpec command) {
        return command.subcommands().isEmpty()
                ? Stream.of(path.strip())
                : command.subcommands().entrySet().stream()
                        .flatMap(sub ->
                                leaves(path + " " + sub.getKey(), sub.getValue().getCommandSpec()));
    }
}

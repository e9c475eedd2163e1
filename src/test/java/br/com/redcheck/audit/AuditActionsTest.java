package br.com.redcheck.audit;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.ApiKeyDeed;
import br.com.redcheck.account.SecondFactorDeed;
import br.com.redcheck.platform.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the application records can be read by a person, in both languages. */
class AuditActionsTest {
    private static final Path SOURCE = Path.of("src/main/java");
    private static final Pattern RECORDED = Pattern.compile("audit\\s*\\.record(?:Apart)?\\(([^;]*);");
    private static final Pattern ACTION = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void everyActionHasAText() throws IOException {
        Messages messages = new Messages();
        Set<String> actions = actions();

        assertThat(actions).contains("mask.removed", "key.destroyed");
        for (String action : actions) {
            for (Locale language : List.of(Messages.PORTUGUESE, Locale.ENGLISH)) {
                assertThat(messages.text(language, "audit.action." + action)).isNotBlank();
            }
        }
    }

    /** Those of events, and of a file that records, all constants that look like actions: some are chosen before they are recorded. */
    private static Set<String> actions() throws IOException {
        Set<String> found = new TreeSet<>();
        Stream.of(SecondFactorDeed.Kind.values())
                .map(SecondFactorDeed.Kind::action)
                .forEach(found::add);
        Stream.of(ApiKeyDeed.Kind.values()).map(ApiKeyDeed.Kind::action).forEach(found::add);
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (RECORDED.matcher(source).find()) {
                    String code = source.replaceAll("(?s)/\\*.*?\\*/", "");
                    ACTION.matcher(code).results().map(match -> match.group(1)).forEach(found::add);
                }
            }
        }
        return found;
    }
}

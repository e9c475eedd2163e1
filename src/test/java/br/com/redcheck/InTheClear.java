package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.platform.database.EveryRow;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Looks after a journey for what must lie nowhere in the clear: in no column of any table, in no line of the log, in no file of the
 * home. It says which secret it found and where, never the secret.
 */
final class InTheClear implements BeforeEachCallback, AfterEachCallback {
    /** Where the demonstration's password is told to whoever runs the application. */
    private static final String DEMONSTRATION = "demonstration.txt";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    @Override
    public void beforeEach(ExtensionContext test) {
        log.list.clear();
        log.start();
        root.addAppender(log);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        root.detachAppender(log);
        log.stop();
    }

    /** @param secrets what they are, and how they would read */
    void assertNoneOf(Map<String, String> secrets, EveryRow database, Path home) throws IOException {
        List<String> found = new ArrayList<>();
        secrets.forEach((name, secret) -> assertThat(secret).as(name).hasSizeGreaterThan(5));
        searchDatabase(secrets, database, found);
        searchLog(secrets, found);
        searchFiles(secrets, home, found);
        assertThat(found).isEmpty();
    }

    private static void searchDatabase(Map<String, String> secrets, EveryRow database, List<String> found) {
        List<String> tables = database.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""").query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(20);
        for (String table : tables) {
            List<String> rows = database.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list();
            secrets.forEach((name, secret) -> {
                String bytes = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
                if (rows.stream().anyMatch(row -> has(row, secret) || row.contains(bytes))) {
                    found.add(name + " in " + table);
                }
            });
        }
    }

    private void searchLog(Map<String, String> secrets, List<String> found) {
        for (ILoggingEvent event : List.copyOf(log.list)) {
            String said = event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            secrets.forEach((name, secret) -> {
                if (has(said, secret)) {
                    found.add(name + " in the log of " + event.getLoggerName());
                }
            });
        }
    }

    private static void searchFiles(Map<String, String> secrets, Path home, List<String> found) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(DEMONSTRATION))
                    .toList()) {
                String content = content(file);
                secrets.forEach((name, secret) -> {
                    if (content.contains(
                            new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                        found.add(name + " in " + home.relativize(file));
                    }
                });
            }
        }
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException removedMeanwhile) {
            return "";
        }
    }

    private static boolean has(String text, String secret) {
        return text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT));
    }
}

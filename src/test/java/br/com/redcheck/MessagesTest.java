package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.platform.Messages;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that a person reads stands in both languages, and nowhere but in the message files. */
class MessagesTest {
    private static final Path TEXTS = Path.of("src/main/resources/i18n");
    private static final Path PAGES = Path.of("src/main/resources/templates");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    private static final Pattern KEY_IN_PAGE = Pattern.compile("#\\{([a-z0-9.-]+)[})(]", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS_BETWEEN_TAGS = Pattern.compile(">([^<>]*\\p{L}{2,}[^<>]*)<");
    private static final Pattern WORDS_IN_ATTRIBUTES =
            Pattern.compile("\\s(?:title|alt|placeholder|aria-label)=\"[^\"]*\\p{L}[^\"]*\"");

    @Test
    void everyTextStandsInBothLanguagesWithTheSamePlaces() throws IOException {
        for (Path portuguese : files(TEXTS, ".properties").stream()
                .filter(file -> !file.toString().endsWith("_en.properties"))
                .toList()) {
            Path english = portuguese.resolveSibling(
                    portuguese.getFileName().toString().replace(".properties", "_en.properties"));

            assertThat(keysAndPlaces(english)).as(english.toString()).isEqualTo(keysAndPlaces(portuguese));
        }
    }

    @Test
    void anApostropheIsDoubledWhereThereArePlacesAndNowhereElse() throws IOException {
        for (Path file : files(TEXTS, ".properties")) {
            Properties texts = load(file);
            assertThat(texts.stringPropertyNames())
                    .as(file.toString())
                    .allSatisfy(key -> assertThat(texts.getProperty(key))
                            .as(key)
                            .doesNotContainPattern(
                                    PLACE.matcher(texts.getProperty(key)).find() ? "(?<!')'(?!')" : "''"));
        }
    }

    @Test
    void noApostropheIsLostWhereValuesAreGivenForNoPlace() {
        String text =
                new Messages().text(Locale.ENGLISH, "refusal.not-for-this-network.for-processing", "not asked for");

        assertThat(text).contains("detector's");
    }

    @Test
    void everyKeyThatAPageNamesHasAText() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path texts : files(TEXTS, ".properties")) {
            known.addAll(load(texts).stringPropertyNames());
        }
        for (Path page : files(PAGES, ".html")) {
            Set<String> named = KEY_IN_PAGE
                    .matcher(Files.readString(page))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());

            assertThat(known).as(page.toString()).containsAll(named);
        }
    }

    @Test
    void noPageHoldsATextOfItsOwn() throws IOException {
        for (Path page : files(PAGES, ".html")) {
            String html = Files.readString(page).replace("<span>covid-dicom</span>", "");

            assertThat(WORDS_BETWEEN_TAGS.matcher(html).results().map(MatchResult::group))
                    .as(page.toString())
                    .isEmpty();
            assertThat(WORDS_IN_ATTRIBUTES.matcher(html).results().map(MatchResult::group))
                    .as(page.toString())
                    .isEmpty();
        }
    }

    private static Set<String> keysAndPlaces(Path file) throws IOException {
        Properties texts = load(file);
        return texts.stringPropertyNames().stream()
                .map(key -> key + " " + places(texts.getProperty(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}

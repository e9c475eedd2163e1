package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exams with an invented identity, and the key that says where it was planted. */
class AnswerKeyTest {
    private static final Deidentifier DEIDENTIFIER =
            new Deidentifier("a key for tests only".getBytes(StandardCharsets.UTF_8), DeidentificationOption.ALL);

    /** An exam or a slice of one, with its entry in the key. */
    private record Planted(String name, JsonNode entry, DicomObject original) {
        DicomObject cleaned() {
            return DEIDENTIFIER.deidentified(original).object();
        }

        Stream<String> strings(String policy) {
            return entry.get("search_strings")
                    .valueStream()
                    .filter(string -> string.get("policy").asString().equals(policy))
                    .map(string -> string.get("text").asString());
        }

        boolean hasComment() {
            return entry.get("planted")
                    .valueStream()
                    .anyMatch(planted -> planted.get("where").asString().contains("inside the compressed stream"));
        }
    }

    private interface Examination {
        void of(Planted planted) throws IOException;
    }

    @Test
    void nothingThatMustGoIsLeft() throws IOException {
        films(Phi.FOLDER, AnswerKeyTest::nothingIsLeft);
    }

    @Test
    void nothingThatMustGoIsLeftInAnyFilmOfTheSharedData() throws IOException {
        films(SharedData.folder().resolve("phi"), AnswerKeyTest::nothingIsLeft);
    }

    @Test
    void nothingThatMustGoIsLeftInAnySliceOfTheSharedData() throws IOException {
        slices(SharedData.folder().resolve("phi"), AnswerKeyTest::nothingIsLeft);
    }

    private static void nothingIsLeft(Planted planted) throws IOException {
        DicomObject cleaned = searchable(planted, planted.cleaned());
        String bytes = plain(cleaned);
        String text = text(cleaned.dataSet());
        String before = plain(searchable(planted, planted.original()))
                + text(planted.original().dataSet());

        assertThat(planted.strings("remove").filter(before::contains))
                .as("planted in " + planted.name())
                .hasSizeGreaterThan(30);
        assertThat(Stream.of("remove", "date", "uid").flatMap(planted::strings))
                .as(planted.name())
                .noneMatch(string -> holds(bytes, string))
                .noneMatch(text::contains);
        assertThat(DEIDENTIFIER.check(planted.original(), List.of()).leaks(cleaned, DicomLimits.defaults()))
                .as(planted.name())
                .isEmpty();
    }

    /** Comments inside compressed streams are not the header's: an object that has some is searched without its pixels. */
    private static DicomObject searchable(Planted planted, DicomObject object) {
        DataSet searchable = new DataSet();
        object.dataSet().stream()
                .filter(element -> element.tag() != Tag.PIXEL_DATA || !planted.hasComment())
                .forEach(searchable::put);
        return new DicomObject(object.transferSyntax(), searchable);
    }

    /** The bytes of the file, inflated, each as one character. */
    private static String plain(DicomObject object) throws IOException {
        TransferSyntax syntax = object.transferSyntax();
        TransferSyntax plain = syntax.deflated() ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax;
        return new String(Phi.bytes(new DicomObject(plain, object.dataSet())), StandardCharsets.ISO_8859_1);
    }

    private static boolean holds(String bytes, String text) {
        return Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)
                .anyMatch(charset -> bytes.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1)));
    }

    private static String text(DataSet set) {
        StringBuilder text = new StringBuilder();
        for (Element element : set) {
            text.append(String.join("\\", set.strings(element.tag()))).append('\n');
            element.items().forEach(item -> text.append(text(item)));
        }
        return text.toString();
    }

    @Test
    void theCheckFindsWhatWasPlantedInTheOriginals() throws IOException {
        films(
                Phi.FOLDER,
                planted -> assertThat(IdentityCheck.of(planted.original(), List.of())
                                .leaks(planted.original(), DicomLimits.defaults()))
                        .extracting(Leak::kind)
                        .contains(Leak.Kind.NAME, Leak.Kind.IDENTIFIER, Leak.Kind.UID, Leak.Kind.DATE));
    }

    @Test
    void allDatesOfAnExamMoveByTheSameDays() throws IOException {
        films(
                Phi.FOLDER,
                planted -> assertThat(daysMoved(planted)).as(planted.name()).hasSize(1));
    }

    @Test
    void allDatesOfASeriesMoveByTheSameDays() throws IOException {
        Map<String, Set<Long>> moved = new HashMap<>();
        slices(
                SharedData.folder().resolve("phi"),
                planted -> moved.computeIfAbsent(planted.name().replaceFirst("!.*", ""), series -> new HashSet<>())
                        .addAll(daysMoved(planted)));

        assertThat(moved).hasSize(3);
        assertThat(moved.values()).allSatisfy(days -> assertThat(days).hasSize(1));
    }

    private static Set<Long> daysMoved(Planted planted) {
        DataSet before = planted.original().dataSet();
        DataSet after = planted.cleaned().dataSet();
        Set<Long> days = new HashSet<>();
        for (int tag : List.of(
                Tag.STUDY_DATE, Tag.SERIES_DATE, Tag.ACQUISITION_DATE, Tag.CONTENT_DATE, Tag.ACQUISITION_DATE_TIME)) {
            if (after.contains(tag)) {
                days.add(day(before, tag) - day(after, tag));
            }
        }
        return days;
    }

    private static long day(DataSet set, int tag) {
        String date = set.string(tag).orElseThrow().substring(0, 8);
        return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
    }

    @Test
    void theOldestBecomeEightyNineAndTheOthersStay() throws IOException {
        films(Phi.FOLDER, planted -> {
            String before = planted.original().dataSet().string(Tag.PATIENT_AGE).orElseThrow();
            String expected = before.compareTo("089Y") > 0 ? "089Y" : before;
            assertThat(planted.cleaned().dataSet().string(Tag.PATIENT_AGE)).contains(expected);
        });
    }

    @Test
    void slicesOfASeriesStayTogether() throws IOException {
        Map<String, Set<String>> ids = new HashMap<>();
        slices(SharedData.folder().resolve("phi"), planted -> {
            DataSet set = planted.cleaned().dataSet();
            ids.computeIfAbsent(planted.name().replaceFirst("!.*", ""), series -> new HashSet<>())
                    .add(set.string(Tag.PATIENT_ID).orElseThrow()
                            + set.string(Tag.STUDY_INSTANCE_UID).orElseThrow()
                            + set.string(Tag.SERIES_INSTANCE_UID).orElseThrow());
        });

        assertThat(ids.values())
                .hasSize(3)
                .allSatisfy(series -> assertThat(series).hasSize(1));
    }

    private static void films(Path folder, Examination examination) throws IOException {
        for (JsonNode entry : answers(folder.resolve("answer_key.json"))) {
            String file = entry.get("file").asString();
            examination.of(
                    new Planted(file, entry, Phi.object(folder.resolve("dx").resolve(file))));
        }
    }

    private static void slices(Path folder, Examination examination) throws IOException {
        for (JsonNode entry : answers(folder.resolve("answer_key_ct.json"))) {
            String file = entry.get("file").asString();
            try (ZipFile zip = new ZipFile(folder.resolve(file).toFile())) {
                for (ZipEntry slice : new ArrayList<>(zip.stream().toList())) {
                    DicomObject original = DicomObject.read(zip.getInputStream(slice), DicomLimits.defaults());
                    examination.of(new Planted(file + "!" + slice.getName(), entry, original));
                }
            }
        }
    }

    private static JsonNode answers(Path key) {
        return JsonMapper.shared().readTree(key.toFile());
    }
}

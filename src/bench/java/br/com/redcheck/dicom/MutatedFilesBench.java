package br.com.redcheck.dicom;

import br.com.redcheck.CovidDicomApplication;
import br.com.redcheck.Mutations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends DICOM files and archives that were changed at random through {@code deidentify} with a heap of 512 MB. Argument: how many. Fails,
 * and says where the files lie, if the program ends in another way than its documentation says, if it prints a stack trace, if 20 s pass
 * without a word, or if a file is not spoken of.
 */
final class MutatedFilesBench {
    private static final int BATCH = 2000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int ROWS = 24;
    private static final int COLUMNS = 32;
    private static final Set<Integer> DOCUMENTED = Set.of(0, 2);
    private static final JsonMapper JSON = new JsonMapper();

    private final List<byte[]> seeds = seeds();
    private final Map<String, Integer> told = new TreeMap<>();
    private Duration longest = Duration.ZERO;

    private MutatedFilesBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        new MutatedFilesBench().run(Integer.parseInt(args[0]));
    }

    private void run(int files) throws IOException, InterruptedException {
        for (int from = 0; from < files; from += BATCH) {
            Path work = Files.createTempDirectory("covid-dicom-mutated");
            int count = Math.min(BATCH, files - from);
            List<String> problems = batch(work, from, count);
            if (!problems.isEmpty()) {
                System.out.println(String.join("\n", problems) + "\nThe files lie in " + work);
                System.exit(1);
            }
            delete(work);
            System.out.printf("%d files, longest without a word %d ms, %s%n", from + count, longest.toMillis(), told);
        }
    }

    private List<String> batch(Path work, int seed, int count) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(work.resolve("files"));
        Mutations mutations = new Mutations(seed);
        for (int i = 0; i < count; i++) {
            Files.write(folder.resolve("%05d".formatted(i)), mutations.of(seeds));
        }
        Path report = work.resolve("report.jsonl");
        Path said = work.resolve("said");
        Process process = start(folder, work.resolve("out"), report, said);
        List<String> problems = new ArrayList<>();
        if (!watched(process, report)) {
            process.destroyForcibly().waitFor();
            problems.add("no word for " + LONGEST);
        } else if (!DOCUMENTED.contains(process.exitValue())) {
            problems.add("exit code " + process.exitValue());
        }
        String text = Files.readString(said);
        if (text.contains("\tat ") || text.contains("Exception") || text.contains("Error")) {
            problems.add(text);
        }
        Set<String> silent = silent(report, folder, count);
        if (!silent.isEmpty()) {
            problems.add(
                    "nothing was said of " + silent.stream().sorted().limit(5).toList());
        }
        return problems;
    }

    private static Process start(Path folder, Path out, Path report, Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CovidDicomApplication.class.getName(),
                        "deidentify",
                        folder.toString(),
                        "--out",
                        out.toString(),
                        "--report",
                        report.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Whether the program has ended without being silent for too long. */
    private boolean watched(Process process, Path report) throws IOException, InterruptedException {
        long length = 0;
        Instant word = Instant.now();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            long now = Files.exists(report) ? Files.size(report) : 0;
            Duration silence = Duration.between(word, Instant.now());
            longest = silence.compareTo(longest) > 0 ? silence : longest;
            if (now > length) {
                length = now;
                word = Instant.now();
            } else if (silence.compareTo(LONGEST) > 0) {
                return false;
            }
        }
        return true;
    }

    private Set<String> silent(Path report, Path folder, int count) throws IOException {
        Set<String> silent = new HashSet<>();
        IntStream.range(0, count).forEach(i -> silent.add("%05d".formatted(i)));
        for (String line : Files.readAllLines(report)) {
            JsonNode file = JSON.readTree(line);
            String input =
                    file.get("input").asString().substring(folder.toString().length() + 1);
            silent.remove(input.split("!", 2)[0]);
            String kind = file.get("status").asString();
            told.merge(kind.equals("refused") ? file.get("reason").asString().split("[.:]")[0] : kind, 1, Integer::sum);
        }
        return silent;
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> below = Files.walk(work)) {
            for (Path path : below.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<byte[]> seeds() throws IOException {
        int[] ramp = IntStream.range(0, ROWS * COLUMNS).map(i -> 50 * i).toArray();
        List<byte[]> seeds = new ArrayList<>(SmallObjects.files().toList());
        for (Picture picture : List.of(
                new Picture(ROWS, COLUMNS).words(ramp),
                new Picture(ROWS, COLUMNS).bits(16, 12).signed().words(ramp),
                new Picture(ROWS, COLUMNS)
                        .fragments(
                                Streams.RLE, Streams.rle(IntStream.range(0, 120).toArray())),
                new Picture(ROWS, COLUMNS).fragments(Streams.LOSSLESS, Streams.lossless(ROWS, COLUMNS, ramp)),
                new Picture(ROWS, COLUMNS).bits(8, 8).fragments(Streams.BASELINE, Streams.dct(ROWS, COLUMNS, false)),
                new Picture(ROWS, COLUMNS).bits(8, 8).fragments(Streams.BASELINE, Streams.dct(ROWS, COLUMNS, true)),
                new Picture(ROWS, COLUMNS).fragments(Streams.JPEG_2000, Streams.jpeg2000(ROWS, COLUMNS, ramp)))) {
            picture.text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.1.1")
                    .text(Tag.MODALITY, Vr.CS, "DX")
                    .text(Tag.PATIENT_NAME, Vr.PN, "TESTONILDO^JOAO")
                    .text(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.826.0.1.3680043.10.99999.1." + seeds.size());
            seeds.add(Phi.bytes(picture.object()));
        }
        List<byte[]> objects = List.copyOf(seeds);
        seeds.add(zip(objects.subList(0, 3)));
        seeds.add(zip(objects.subList(10, 16)));
        seeds.add(zip(List.of(zip(objects.subList(12, 14)))));
        seeds.add(tar(objects.subList(12, 15)));
        seeds.add(gzip(tar(objects.subList(4, 6))));
        return List.copyOf(seeds);
    }

    private static byte[] zip(List<byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (byte[] file : files) {
                zip.putNextEntry(new ZipEntry("folder/" + files.indexOf(file)));
                zip.write(file);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(List<byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            for (byte[] file : files) {
                TarArchiveEntry entry = new TarArchiveEntry("folder/" + files.indexOf(file));
                entry.setSize(file.length);
                tar.putArchiveEntry(entry);
                tar.write(file);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }
}

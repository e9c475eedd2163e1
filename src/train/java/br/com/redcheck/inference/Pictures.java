package br.com.redcheck.inference;

import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.platform.Refusal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/** The pictures on which a network's {@link br.com.redcheck.model.Familiarity} is measured; decoded one at a time. */
final class Pictures {
    private static final Set<String> FREE = Set.of("yes", "yes-with-attribution");

    /** One picture and where it comes from. */
    record Source(String name, Supplier<GrayFrame> pixels) {}

    private final Path data;
    private final Random random = new Random(2020);

    Pictures(Path data) {
        this.data = data;
    }

    /**
     * Pictures of one set of the index, at most so many of each source.
     *
     * @param kind {@code cxr} or {@code ct}
     * @param split {@code train}, {@code val}, {@code test} or {@code aux-lateral}
     */
    List<Source> of(String kind, String split, boolean onlyFree, int most) throws IOException {
        return of(kind, split, row -> !onlyFree || FREE.contains(row.get("free_licence")), most);
    }

    /** The same, of those whose row in the index fits. */
    List<Source> of(String kind, String split, Predicate<Map<String, String>> wanted, int most) throws IOException {
        List<Map<String, String>> rows =
                index(data.resolve(kind), row -> split.equals(row.get("split")) && wanted.test(row));
        Collections.shuffle(rows, random);
        Map<String, Integer> taken = new HashMap<>();
        Path archive = data.resolve(kind).resolve(split + ".zip");
        return rows.stream()
                .filter(row -> taken.merge(row.get("source_dataset"), 1, Integer::sum) <= most)
                .map(row -> new Source(row.get("source_dataset"), () -> jpeg(archive, row.get("file"))))
                .toList();
    }

    /** DICOM files of a folder whose row in the index fits and whose pixels are gray and can be read. */
    List<Source> dicom(Predicate<Map<String, String>> wanted) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Map<String, String> row : index(data.resolve("dicom"), wanted)) {
            readable(data.resolve("dicom").resolve(row.get("file")), sources);
        }
        return sources;
    }

    /** The DICOM files of a folder. */
    List<Source> folder(String name) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve(name))) {
            files.sorted().forEach(file -> readable(file, sources));
        }
        return sources;
    }

    private static void readable(Path file, List<Source> into) {
        try (InputStream in = Files.newInputStream(file)) {
            GrayFrame frame = PixelData.of(DicomObject.read(in, DicomLimits.defaults()), DicomLimits.defaults())
                    .gray(0);
            into.add(new Source(file.getFileName().toString(), () -> frame));
        } catch (IOException | Refusal e) {
            System.out.println("not read: " + file.getFileName());
        }
    }

    /** Rows of an index, by the names of its columns. */
    private static List<Map<String, String>> index(Path folder, Predicate<Map<String, String>> wanted)
            throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("index.csv"));
        List<String> head = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < head.size(); i++) {
                row.put(head.get(i), cells.get(i));
            }
            if (wanted.test(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Splits at commas that are not between quotation marks. */
    private static List<String> cells(String line) {
        return Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).toList();
    }

    private static GrayFrame jpeg(Path archive, String name) {
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(zip.stream()
                        .filter(entry -> entry.getName().endsWith(name))
                        .findFirst()
                        .orElseThrow())) {
            BufferedImage image = ImageIO.read(in);
            float[] values = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (float[]) null);
            return new GrayFrame(image.getHeight(), image.getWidth(), values, new BitSet(), false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A picture that is wrong for a network in a known way. */
    enum Spoiling {
        INVERTED,
        QUARTER_TURN,
        UPSIDE_DOWN,
        NOISE;

        GrayFrame of(GrayFrame frame) {
            int rows = this == QUARTER_TURN ? frame.columns() : frame.rows();
            int columns = this == QUARTER_TURN ? frame.rows() : frame.columns();
            float[] values = new float[frame.values().length];
            Random noise = new Random(rows);
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (this) {
                    case INVERTED -> 255 - frame.values()[i];
                    case QUARTER_TURN ->
                        frame.values()[(frame.rows() - 1 - i % columns) * frame.columns() + i / columns];
                    case UPSIDE_DOWN -> frame.values()[values.length - 1 - i];
                    case NOISE -> noise.nextFloat();
                };
            }
            return new GrayFrame(rows, columns, values, new BitSet(), false);
        }
    }
}

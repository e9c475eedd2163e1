package br.com.redcheck.dicom.lettering;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/** Chest films to write on: those of the test data whose licence leaves the trained network free. */
final class Films {
    /** The films that the invented patients of data/phi were made of: what is measured on those must not be known from here. */
    private final Set<String> reserved;

    private final Path folder;

    Films(Path data) throws IOException {
        folder = data.resolve("cxr");
        reserved = Pattern.compile("cxr_\\d{5}\\.jpg")
                .matcher(Files.readString(data.resolve("phi/answer_key.json")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** @param archive {@code train.zip}, {@code val.zip} or {@code test.zip} */
    List<Film> of(String archive) throws IOException {
        List<Film> films = new ArrayList<>();
        try (ZipFile zip = new ZipFile(folder.resolve(archive).toFile());
                BufferedReader index = Files.newBufferedReader(folder.resolve("index.csv"))) {
            Set<String> free = index.lines()
                    .filter(line -> line.contains(",yes,") || line.contains(",yes-with-attribution,"))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toSet());
            free.removeAll(reserved);
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (free.contains(name)) {
                    films.add(read(zip, entry));
                }
            }
        }
        return films;
    }

    private static Film read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return Film.of(ImageIO.read(in));
        }
    }

    /** A film as bytes: there are a thousand of them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Film(int rows, int columns, byte[] samples) {
        static Film of(BufferedImage image) {
            Raster raster = image.getRaster();
            int[] samples = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
            byte[] bytes = new byte[samples.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) samples[i];
            }
            return new Film(image.getHeight(), image.getWidth(), bytes);
        }

        /** The brightness between the pixels, 0 to 255; beyond the edge as at the edge. */
        float at(double y, double x) {
            double top = Math.max(0, Math.min(rows - 1.001, y));
            double left = Math.max(0, Math.min(columns - 1.001, x));
            int row = (int) top;
            int column = (int) left;
            double down = top - row;
            double right = left - column;
            int at = row * columns + column;
            double above = sample(at) * (1 - right) + sample(at + 1) * right;
            double below = sample(at + columns) * (1 - right) + sample(at + columns + 1) * right;
            return (float) (above * (1 - down) + below * down);
        }

        private int sample(int at) {
            return samples[at] & 0xFF;
        }
    }
}

package br.com.redcheck.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tables of facts that come with the application: UTF-8, columns parted by tabs. */
final class Facts {
    private Facts() {}

    /** The rows of a table without its head. */
    static Stream<List<String>> rows(String name) {
        return lines(name).skip(1).map(line -> List.of(line.split("\t", -1)));
    }

    static Stream<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Facts.class.getResourceAsStream("/dicom/" + name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tag of eight hexadecimal digits. */
    static int tag(String digits) {
        return Integer.parseUnsignedInt(digits, 16);
    }
}

package br.com.redcheck.dicom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Objects with an invented identity, and bytes of objects. */
final class Phi {
    static final Path FOLDER = Path.of("src/test/resources/phi");

    private Phi() {}

    static DicomObject object(String file) throws IOException {
        return object(FOLDER.resolve("dx").resolve(file));
    }

    static DicomObject object(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DicomObject.read(in, DicomLimits.defaults());
        }
    }

    static DicomObject object(byte[] bytes) throws IOException {
        return DicomObject.read(new ByteArrayInputStream(bytes), DicomLimits.defaults());
    }

    static byte[] bytes(DicomObject object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        object.writeTo(bytes);
        return bytes.toByteArray();
    }
}

package br.com.redcheck.dicom;

import br.com.redcheck.platform.Refusal;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as an upload, archives within archives included, are walked through within the limits. */
class DicomFilesFuzzTest {
    private static final WalkLimits LIMITS = new WalkLimits(100, 1 << 20, 1 << 16, 200, 1);

    static Stream<byte[]> zips() throws IOException {
        byte[] inner = zip("b.dcm", "DICM".getBytes(StandardCharsets.US_ASCII));
        return Stream.of(inner, zip("a.zip", inner), zip("../x", new byte[300]));
    }

    @MethodSource("zips")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void archives(byte[] upload) throws IOException {
        new DicomFiles(LIMITS).walk("upload.zip", new ByteArrayInputStream(upload), true, new Reader());
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    /** Reads everything and keeps nothing. */
    private static final class Reader implements DicomFiles.Visitor {
        @Override
        public void file(String path, InputStream content) throws IOException {
            content.readAllBytes();
        }

        @Override
        public void refused(String path, Refusal refusal) {
            // as it should be
        }

        @Override
        public void setAside(String path, SetAside reason) {
            // as it should be
        }
    }
}

package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes end in an object that can be written and read again, or in a refusal. */
class DicomObjectFuzzTest {
    static Stream<byte[]> files() throws IOException {
        return SmallObjects.files();
    }

    @MethodSource("files")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void read(byte[] file) throws IOException {
        try {
            DicomObject object = Phi.object(file);
            assertThat(Phi.object(Phi.bytes(object)).dataSet().equals(object.dataSet()))
                    .isTrue();
        } catch (UnreadableDicom refusal) {
            // what broken bytes deserve
        }
    }
}

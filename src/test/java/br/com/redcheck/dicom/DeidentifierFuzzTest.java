package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any object that can be read can be de-identified; a second time changes nothing more, and the check comes to an end. */
class DeidentifierFuzzTest {
    private static final Deidentifier DEIDENTIFIER =
            new Deidentifier("a key for tests only".getBytes(StandardCharsets.UTF_8), DeidentificationOption.ALL);

    static Stream<byte[]> files() throws IOException {
        return SmallObjects.files();
    }

    @MethodSource("files")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "1h")
    void deidentify(byte[] file) throws IOException {
        DicomObject original;
        try {
            original = Phi.object(file);
        } catch (UnreadableDicom refusal) {
            return;
        }
        DicomObject once = DEIDENTIFIER.deidentified(original).object();
        DEIDENTIFIER.check(original, List.of()).leaks(once, DicomLimits.defaults());
        DicomObject again = Phi.object(Phi.bytes(once));

        assertThat(again.dataSet().equals(once.dataSet())).isTrue();
        assertThat(DEIDENTIFIER.deidentified(again).object().dataSet().equals(once.dataSet()))
                .isTrue();
    }
}

package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class CannotStartAnalyzerTest {
    private final CannotStart cause = new HomeUnusable(Path.of("/no/such"), new IOException());

    @Test
    void portugueseIsTheFirstLanguage() {
        assertThat(CannotStartAnalyzer.text(cause, cause.key(), Locale.FRENCH))
                .isEqualTo("A pasta /no/such não pode ser criada, lida ou gravada.");
    }

    @Test
    void englishIsSpokenToo() {
        assertThat(CannotStartAnalyzer.text(cause, cause.key() + ".action", Locale.ENGLISH))
                .startsWith("Let the user who runs the application write to it");
    }

    @Test
    void theReasonIsFoundBehindWhatSpringWrapsAroundIt() {
        var analysis = new CannotStartAnalyzer().analyze(new IllegalStateException(cause));

        assertThat(analysis)
                .extracting(FailureAnalysis::getDescription, FailureAnalysis::getAction)
                .satisfiesExactly(
                        description -> assertThat(description.toString()).contains("/no/such"),
                        action -> assertThat(action.toString()).contains("COVID_DICOM_HOME"));
    }
}

package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CommandApplicationIT {
    @Test
    void whatStandsInTheWayIsSaidThoughItHasACauseOfItsOwn() {
        assertThatExceptionOfType(HomeUnusable.class)
                .isThrownBy(() -> CommandApplication.start(Failing.class))
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void aReasonIsFollowedByWhatToDo() {
        StringWriter said = new StringWriter();
        HomeUnusable refusal = new HomeUnusable(Path.of("there"), new IOException("full"));

        CommandApplication.explain(refusal, new Messages(), Locale.ENGLISH, new PrintWriter(said));

        assertThat(said.toString()).hasLineCount(2).contains("there", "COVID_DICOM_HOME");
    }

    /** A part that cannot be made. */
    static class Failing {
        Failing() {
            throw new HomeUnusable(Path.of("there"), new IOException("full"));
        }
    }
}

package br.com.redcheck.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

        int exitCode =
                new CommandLine(new Start()).setErr(new PrintWriter(said)).execute();

        assertThat(exitCode).isEqualTo(Console.REFUSED);
        assertThat(said.toString()).hasLineCount(2).contains("there", "COVID_DICOM_HOME");
    }

    /** A command that wants such a part. */
    @Command
    static class Start implements Callable<Integer> {
        @Mixin
        private final Console console = new Console();

        @Override
        public Integer call() throws IOException {
            return console.run(application -> 0, Failing.class);
        }
    }

    /** A part that cannot be made. */
    static class Failing {
        Failing() {
            throw new HomeUnusable(Path.of("there"), new IOException("full"));
        }
    }
}

package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A command that cannot go on says so in a sentence, never with a stack trace. */
class CommandFailedTest {
    private final StringWriter said = new StringWriter();
    private final CommandLine commands =
            CovidDicomApplication.commands().setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));

    @Test
    void aFolderThatCannotBeWrittenIsNamed(@TempDir Path work) throws IOException {
        Path out = Files.writeString(work.resolve("out"), "a file is in the way");

        int code = commands.execute("deidentify", work.toString(), "--out", out.toString());

        assertThat(code).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString()).contains(out.toString()).doesNotContain("\tat ");
    }

    @Test
    void ofAFaultOfOursThePlaceIsToldAndNothingThatWasRead() {
        int code = commands.addSubcommand(new Stumbling())
                .setExecutionExceptionHandler(commands.getExecutionExceptionHandler())
                .setErr(commands.getErr())
                .execute("stumble");

        assertThat(code).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString())
                .contains("IllegalStateException", "CommandFailedTest")
                .doesNotContain("JOAO", "\tat ");
    }

    @Command(name = "stumble")
    private static final class Stumbling implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("PatientName is JOAO");
        }
    }
}

package br.com.redcheck.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says what ended a command early: a disk, with what it said, or a fault of ours, of which only the place is told. The message of an
 * exception that nobody foresaw may hold a value of a header.
 */
public final class CommandFailed implements IExecutionExceptionHandler {
    private static final int STEPS = 5;

    private final Messages messages = new Messages();
    private final Locale language = Messages.consoleLanguage();

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult given) {
        command.getErr().println(sentence(failure));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private String sentence(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return messages.text(language, refusal);
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return messages.text(language, "command.disk", String.valueOf(failure.getMessage()));
        }
        return messages.text(language, "command.own-fault", failure.getClass().getName(), place(failure));
    }

    private static String place(Exception failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(STEPS)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", "));
    }
}

package br.com.redcheck;

import br.com.redcheck.account.InviteAdminCommand;
import br.com.redcheck.audit.AuditCommand;
import br.com.redcheck.dicom.DeidentifyCommand;
import br.com.redcheck.inference.ModelCommand;
import br.com.redcheck.platform.CommandFailed;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.text.PlainText;
import br.com.redcheck.reading.ClassifyCommand;
import br.com.redcheck.vault.KeysCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.scheduling.annotation.EnableScheduling;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the platform, or runs one command of the command line and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CovidDicomApplication {
    /** A setting as README.md lists them; no command has an option with a dot. */
    private static final Pattern SETTING =
            Pattern.compile("--(?<name>[a-z-]+\\.[^=]+)(?:=(?<value>.*))?", Pattern.DOTALL);

    /** Portuguese needs more than ASCII, which is all that Java grants a console without a locale; Windows has ways of its own. */
    private static final Charset CONSOLE =
            System.getProperty("os.name").startsWith("Windows") ? Charset.defaultCharset() : StandardCharsets.UTF_8;

    static {
        // Java would put what it reads and writes as PNG or JPEG into the folder of temporary files: pictures of
        // patients, in the clear.
        ImageIO.setUseCache(false);
    }

    /** Without a command the platform starts; settings may be given as {@code --name=value}, with a command too. */
    public static void main(String[] args) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, CONSOLE));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, CONSOLE));
        String[] words = withoutSettings(args);
        if (words.length > 0 && (!words[0].startsWith("-") || words[0].equals("--help"))) {
            // What a command has to say, it says itself; the output may be read by a program.
            LoggingSystem.get(CovidDicomApplication.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
            System.exit(execute(commands(), args));
        }
        SpringApplication.run(CovidDicomApplication.class, args);
    }

    /** Runs a command, with the settings among its arguments where the parts of the application look for them. */
    static int execute(CommandLine commands, String... args) {
        Stream.of(args)
                .map(SETTING::matcher)
                .filter(Matcher::matches)
                .forEach(setting -> System.setProperty(
                        setting.group("name"), Objects.requireNonNullElse(setting.group("value"), "")));
        return commands.execute(withoutSettings(args));
    }

    private static String[] withoutSettings(String[] args) {
        return Stream.of(args).filter(SETTING.asMatchPredicate().negate()).toArray(String[]::new);
    }

    static CommandLine commands() {
        String version = CovidDicomApplication.class.getPackage().getImplementationVersion();
        CommandLine commands = new CommandLine(new Commands());
        commands.getCommandSpec().version("covid-dicom " + (version == null ? "" : version));
        commands.registerConverter(String.class, PlainText::of);
        commands.setExecutionExceptionHandler(new CommandFailed());
        return commands.setOut(new PrintWriter(System.out, true, CONSOLE))
                .setErr(new PrintWriter(System.err, true, CONSOLE))
                .setResourceBundle(ResourceBundle.getBundle("i18n.commands", Messages.consoleLanguage()));
    }

    /** All commands. */
    @Command(
            name = "covid-dicom",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            subcommands = {
                ClassifyCommand.class,
                DeidentifyCommand.class,
                InviteAdminCommand.class,
                ModelCommand.class,
                KeysCommand.class,
                AuditCommand.class
            })
    private static final class Commands {}
}

package br.com.redcheck.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command says what came of it, in the language of whoever sits there. A command has one as a {@code @Mixin}. */
@Command // or picocli mixes nothing in
public final class Console {
    /** The exit code of what was refused. */
    public static final int REFUSED = 2;

    private final Messages messages = new Messages();
    private final Locale language = Messages.consoleLanguage();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec command;

    /** Says a sentence at once: some commands take long. */
    public void say(String key, Object... arguments) {
        print(command.commandLine().getOut(), key, arguments);
    }

    /** Says a sentence where it does not mix with what a program reads. */
    public void complain(String key, Object... arguments) {
        print(command.commandLine().getErr(), key, arguments);
    }

    /** Says why a command was refused and, where that is known, what to do. */
    public void explain(Refusal refusal) {
        complain(refusal.key(), refusal.arguments().toArray());
        if (refusal instanceof CannotStart) {
            complain(refusal.key() + ".action", refusal.arguments().toArray());
        }
    }

    /**
     * Does a work over parts of the application, and explains it if it is refused or the fault is ours.
     *
     * @param parts classes that make or are the beans which the work wants
     * @return the work's exit code, or {@link #REFUSED}
     */
    public int run(Work work, Class<?>... parts) throws IOException {
        try (ConfigurableApplicationContext application = CommandApplication.start(parts)) {
            return work.over(application);
        } catch (Refusal refusal) {
            explain(refusal);
            return REFUSED;
        } catch (OwnFault fault) {
            complain(fault.key());
            return REFUSED;
        }
    }

    private void print(PrintWriter out, String key, Object... arguments) {
        out.println(messages.text(language, key, arguments));
        out.flush();
    }

    /** What a command does. */
    @FunctionalInterface
    public interface Work {
        /** Does it, and returns the exit code. */
        int over(ApplicationContext application) throws IOException;
    }
}

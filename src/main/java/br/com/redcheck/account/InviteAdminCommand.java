package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.CannotStart;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.PublicAddress;
import br.com.redcheck.platform.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code invite-admin}: prints a link with which the person of that e-mail becomes an administrator. Exit code 0, or 2 if the e-mail
 * is none, has an account, or the database cannot be had.
 */
@Command(name = "invite-admin")
public final class InviteAdminCommand implements Callable<Integer> {
    private static final int REFUSED = 2;

    /** The output may be read by a program. */
    private static final String[] SILENT = {"--logging.level.root=off", "--logging.level.br.com.redcheck=off"};

    private final Messages messages = new Messages();
    private final Locale language = Messages.consoleLanguage();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "EMAIL", descriptionKey = "invite-admin.email")
    @SuppressWarnings("NullAway.Init") // picocli's
    private String email;

    @Override
    public Integer call() {
        try {
            say(invite(EmailAddress.parse(email)));
            return 0;
        } catch (Refusal refused) {
            complain(messages.text(language, refused));
        } catch (BeansException e) {
            complain(messages.text(language, cause(e).orElseThrow(() -> e)));
            complain(messages.text(language, "invite-admin.running"));
        }
        return REFUSED;
    }

    private String invite(EmailAddress invited) {
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(DatabaseOnly.class).web(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(SILENT)) {
            if (context.getBean(Accounts.class).byEmail(invited).isPresent()) {
                throw new EmailTaken();
            }
            Token token = context.getBean(Links.class).make(new Link(Purpose.ADMINISTRATOR, null, invited, null));
            return context.getBean(PublicAddress.class)
                    .of(Purpose.ADMINISTRATOR.path(token))
                    .toString();
        }
    }

    private void say(String link) {
        command.commandLine().getOut().println(messages.text(language, "invite-admin.link", link));
    }

    private void complain(String reason) {
        command.commandLine().getErr().println(reason);
    }

    private static Optional<CannotStart> cause(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(CannotStart.class::isInstance)
                .map(CannotStart.class::cast)
                .findFirst();
    }
}

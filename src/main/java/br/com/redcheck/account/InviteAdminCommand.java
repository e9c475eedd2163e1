package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.CannotStart;
import br.com.redcheck.platform.CommandApplication;
import br.com.redcheck.platform.Console;
import br.com.redcheck.platform.PublicAddress;
import br.com.redcheck.platform.Refusal;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code invite-admin}: prints a link with which the person of that e-mail becomes an administrator. Exit code 0, or 2 if the e-mail
 * is none, has an account, or the database cannot be had.
 */
@Command(name = "invite-admin")
public final class InviteAdminCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Parameters(index = "0", paramLabel = "EMAIL", descriptionKey = "invite-admin.email")
    @SuppressWarnings("NullAway.Init") // picocli's
    private String email;

    @Override
    public Integer call() {
        try {
            console.say("invite-admin.link", link(EmailAddress.parse(email)));
            return 0;
        } catch (Refusal refused) {
            console.explain(refused);
            if (refused instanceof CannotStart) {
                console.complain("invite-admin.running");
            }
            return Console.REFUSED;
        }
    }

    private static String link(EmailAddress invited) {
        try (ConfigurableApplicationContext application =
                CommandApplication.start(Accounts.class, Links.class, PublicAddress.class)) {
            if (application.getBean(Accounts.class).byEmail(invited).isPresent()) {
                throw new EmailTaken();
            }
            Token token = application.getBean(Links.class).make(Link.printed(invited));
            return application
                    .getBean(PublicAddress.class)
                    .of(Purpose.ADMINISTRATOR.path(token))
                    .toString();
        }
    }
}

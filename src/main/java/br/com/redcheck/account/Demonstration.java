package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Lets a newcomer in: in demonstration mode, the first start makes one doctor with a password of chance and says it on the console.
 *
 * <p>The mode is on with the embedded database and off with a named one, unless {@code covid-dicom.demonstration} says otherwise.
 * The password goes to the console and to a file that only this user may read, never to a log.
 */
@Component
class Demonstration {
    private static final EmailAddress EMAIL = new EmailAddress("demo@covid-dicom.example");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 16;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Environment environment;
    private final Messages messages;
    private final StartConsole console;
    private final ApplicationEventPublisher events;
    private final Path note;

    Demonstration(
            Accounts accounts,
            PasswordEncoder passwords,
            Environment environment,
            Messages messages,
            StartConsole console,
            ApplicationEventPublisher events,
            Home home) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.environment = environment;
        this.messages = messages;
        this.console = console;
        this.events = events;
        this.note = home.folder().resolve("demonstration.txt");
    }

    @EventListener
    @Order(0)
    void welcome(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext server)
                || server.getWebServer() == null) {
            return;
        }
        String address = "http://localhost:" + server.getWebServer().getPort();
        if (!demonstrating()) {
            console.say("demonstration.off", address);
        } else if (accounts.byEmail(EMAIL).isPresent()) {
            console.say("demonstration.again", address, note);
        } else {
            String password = makeDoctor();
            console.say("demonstration.first", address, EMAIL.address(), password, note);
        }
    }

    private boolean demonstrating() {
        boolean embedded = environment.getProperty("spring.datasource.url") == null;
        return environment.getProperty("covid-dicom.demonstration", Boolean.class, embedded);
    }

    private String makeDoctor() {
        String password = new SecureRandom()
                .ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        try {
            PrivateFiles.write(note, (EMAIL.address() + "\n" + password + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Locale language = Messages.consoleLanguage();
        String name = messages.text(language, "demonstration.doctor");
        UUID id = UUID.randomUUID();
        accounts.add(new Account(id, AccountKind.DOCTOR, name, EMAIL, passwords.encode(password), language, true));
        accounts.waiveSecondFactor(id);
        events.publishEvent(new DemonstrationDoctorMade(new OwnerId(id)));
        return password;
    }
}

package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.platform.overload.TooBusy;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A thousand wrong passwords reach little, and never shut the owner out. Hashes are plain text here: the tries are what counts. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class BruteForceIT {
    private static final Logger LOG = LoggerFactory.getLogger(BruteForceIT.class);
    private static final int TRIES = 1_000;
    private static final String PASSWORD = "ontem choveu em Bauru";

    /** What may come back to the buckets while the test runs. */
    private static final int REFILLED = 10;

    @Autowired
    MockMvc server;

    @Autowired
    Accounts accounts;

    @Autowired
    PlainText passwords;

    private String email;
    private TestBrowser device;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Mailbox.announce(properties);
    }

    @BeforeEach
    void ownerWithAKnownDevice(@Autowired EveryRow everyRow) throws Exception {
        TestPeople.spareTheSecondFactor(everyRow);
        email = "owner-" + UUID.randomUUID() + "@example.org";
        accounts.add(new Account(
                UUID.randomUUID(),
                AccountKind.DOCTOR,
                "Ana",
                EmailAddress.parse(email),
                PASSWORD,
                Locale.ENGLISH,
                true));
        device = new TestBrowser(server, "203.0.113.10");
        assertThat(device.signIn(email, PASSWORD)).isEqualTo("/exams");
        device.submit("/sign-out");
        passwords.checks.set(0);
    }

    @Test
    void triesFromOneAddress() throws Exception {
        attack("one address", number -> "198.51.100.99", Allowance.ACCOUNT_FROM_ADDRESS.tries());

        theOwnerComesInFrom("198.51.100.99", "198.51.100.99");
    }

    @Test
    void triesFromManyAddresses() throws Exception {
        attack(
                "many addresses",
                number -> "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255),
                Allowance.ACCOUNT_FROM_STRANGERS.tries());

        theOwnerComesInFrom("198.51.100.98", "198.51.100.97");
    }

    @Test
    void aPasswordThatWasNotLookedAtCostsNoTry() throws Exception {
        passwords.full.set(true);
        for (int i = 0; i <= Allowance.DEVICE.tries(); i++) {
            assertThat(device.submit("/sign-in", "username", email, "password", PASSWORD)
                            .getStatus())
                    .isEqualTo(503);
        }
        passwords.full.set(false);

        assertThat(device.signIn(email, PASSWORD)).isEqualTo("/exams");
        passwords.full.set(true);
        for (int i = 0; i <= Allowance.DEVICE.tries(); i++) {
            assertThat(device.submit("/account/close", "password", PASSWORD).getStatus())
                    .isEqualTo(503);
        }
        passwords.full.set(false);
        assertThat(device.submit("/account/close", "password", PASSWORD).getRedirectedUrl())
                .isEqualTo("/sign-in?closed");
    }

    private void attack(String whence, IntFunction<String> addresses, int allowed) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < TRIES; i++) {
            TestBrowser attacker = new TestBrowser(server, addresses.apply(i));
            assertThat(attacker.signIn(email, "guess number " + i)).isIn("/sign-in?error", "/sign-in?wait");
        }
        LOG.warn(
                "{} tries from {}: {} passwords were looked at, in {} s",
                TRIES,
                whence,
                passwords.checks,
                (System.nanoTime() - begin) / 1_000_000_000);
        assertThat(passwords.checks.get()).isBetween(allowed, allowed + REFILLED);
    }

    private void theOwnerComesInFrom(String place, String otherPlace) throws Exception {
        assertThat(device.at(place).signIn(email, PASSWORD))
                .as("known device, wherever it is")
                .isEqualTo("/exams");

        TestBrowser other = new TestBrowser(server, otherPlace);
        assertThat(other.signIn(email, PASSWORD)).as("new device").isEqualTo("/sign-in?wait");
        other.submit("/forgotten", "email", email, "wish", "SIGN_IN");
        String link = Mailbox.link(email, 1);
        String token = link.substring(link.indexOf('=') + 1);
        assertThat(other.submit("/links/sign-in", "token", token).getRedirectedUrl())
                .as("new device, by e-mail")
                .isEqualTo("/exams");
        other.submit("/sign-out");
        assertThat(other.signIn(email, PASSWORD)).as("now a known device").isEqualTo("/exams");
    }

    /** Compares without hashing, and counts. */
    static final class PlainText implements PasswordEncoder {
        private final AtomicInteger checks = new AtomicInteger();

        /** Whether there is no place to hash in. */
        private final AtomicBoolean full = new AtomicBoolean();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            if (full.get()) {
                throw new TooBusy(Duration.ZERO);
            }
            checks.incrementAndGet();
            return String.valueOf(password).equals(hash);
        }
    }

    @TestConfiguration
    static class Cheap {
        @Bean
        @Primary
        PlainText plainText() {
            return new PlainText();
        }
    }
}

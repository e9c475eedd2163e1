package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.platform.overload.Places;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

/** Known and unknown e-mails are refused alike. The times are told and not judged: a machine that is busy elsewhere says nothing. */
@SpringBootTest
@AutoConfigureMockMvc
class SignInTimingIT {
    private static final Logger LOG = LoggerFactory.getLogger(SignInTimingIT.class);
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 100;

    @Autowired
    MockMvc server;

    @Autowired
    Accounts accounts;

    @BeforeEach
    void spareTheSecondFactor(@Autowired EveryRow everyRow) {
        TestPeople.spareTheSecondFactor(everyRow);
    }

    @Test
    void knownAndUnknownEMailsAreRefusedAlike() throws Exception {
        String hash = new Argon2Passwords(new Places(Duration.ZERO)).encode("ontem choveu em Bauru");
        long[] known = new long[ROUNDS];
        long[] unknown = new long[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.org");
            accounts.add(new Account(UUID.randomUUID(), AccountKind.DOCTOR, "Ana", email, hash, Locale.ENGLISH, true));
            long ofKnown = time(email.address(), i);
            long ofUnknown = time(UUID.randomUUID() + "@example.org", i);
            if (i >= 0) {
                known[i] = ofKnown;
                unknown[i] = ofUnknown;
            }
        }
        LOG.warn(
                "Sign-in refused: known e-mail {} ms, unknown {} ms (medians of {}), ratio {}",
                median(known) / 1e6,
                median(unknown) / 1e6,
                ROUNDS,
                String.format(Locale.ROOT, "%.3f", (double) median(known) / median(unknown)));
    }

    private long time(String email, int round) throws Exception {
        TestBrowser browser = new TestBrowser(server, "10.0.1." + (round + WARM_UP));
        long begin = System.nanoTime();
        String page = browser.signIn(email, "not the password");
        long took = System.nanoTime() - begin;
        assertThat(page).isEqualTo("/sign-in?error");
        return took;
    }

    private static long median(long[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }
}

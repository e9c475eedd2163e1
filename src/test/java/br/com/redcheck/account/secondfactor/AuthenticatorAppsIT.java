package br.com.redcheck.account.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.account.SecondFactorDeed;
import br.com.redcheck.account.SecondFactorDeed.Kind;
import br.com.redcheck.account.SecretSeal;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counts as a right code, of the app and on paper. */
@SpringBootTest
class AuthenticatorAppsIT {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Autowired
    JdbcClient database;

    @Autowired
    SecretSeal seal;

    private final List<Kind> deeds = new ArrayList<>();
    private Instant now = NOON;
    private UUID ana;
    private AuthenticatorApps apps;
    private RecoveryCodes recoveryCodes;

    @BeforeEach
    void makeAccount() {
        ana = TestPeople.doctor(database).account();
        apps = appsAt(now);
        recoveryCodes = new RecoveryCodes(database, this::note);
    }

    @Test
    void anAppIsEnrolledByItsFirstRightCode() {
        apps.begin(ana);
        TestApp phone = phone();

        assertThat(apps.confirm(ana, phone.codeAt(now.plusSeconds(600)))).isFalse();
        assertThat(apps.enrolledAt(ana)).isEmpty();
        assertThat(apps.accept(ana, phone.codeAt(now)))
                .as("of an app not enrolled")
                .isFalse();

        assertThat(apps.confirm(ana, phone.codeAt(now))).isTrue();
        assertThat(apps.enrolledAt(ana)).contains(NOON);
        assertThat(apps.pending(ana)).isEmpty();
        assertThat(deeds).containsExactly(Kind.APP_ENROLLED);
    }

    @Test
    void aCodeWorksOnceAndNoneBeforeItWorksAfterwards() {
        TestApp phone = enrol();
        assertThat(apps.accept(ana, phone.codeAt(now)))
                .as("the code of the enrolment")
                .isFalse();

        pass(Duration.ofSeconds(60));
        assertThat(apps.accept(ana, phone.codeAt(now))).isTrue();
        assertThat(apps.accept(ana, phone.codeAt(now))).isFalse();
        assertThat(apps.accept(ana, phone.codeAt(now.minusSeconds(30)))).isFalse();
        assertThat(apps.accept(ana, phone.codeAt(now.plusSeconds(30)))).isTrue();
    }

    @Test
    void anAppThatTakesAnothersPlaceTakesItOnlyOnceConfirmed() {
        TestApp old = enrol();
        pass(Duration.ofMinutes(1));
        apps.begin(ana);
        TestApp fresh = phone();

        assertThat(apps.accept(ana, fresh.codeAt(now))).isFalse();
        assertThat(apps.accept(ana, old.codeAt(now))).isTrue();
        assertThat(apps.confirm(ana, fresh.codeAt(now))).isTrue();
        pass(Duration.ofMinutes(1));
        assertThat(apps.accept(ana, old.codeAt(now))).isFalse();
        assertThat(apps.accept(ana, fresh.codeAt(now))).isTrue();
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneWaitsAndThenClearsTheCount() {
        TestApp phone = enrol();
        pass(Duration.ofMinutes(1));
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(apps.accept(ana, "000")).isFalse();
        }

        assertThatThrownBy(() -> apps.accept(ana, phone.codeAt(now)))
                .isInstanceOfSatisfying(
                        CodesMustWait.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(2L));
        pass(Duration.ofMinutes(1));
        assertThat(apps.accept(ana, phone.codeAt(now))).isTrue();
        assertThat(apps.accept(ana, "000")).as("counted from zero").isFalse();
        pass(Duration.ofSeconds(30));
        assertThat(apps.accept(ana, phone.codeAt(now))).isTrue();
    }

    @Test
    void theDatabaseDoesNotHoldTheSecretAndNoOtherAccountOpensIt() {
        apps.begin(ana);
        byte[] secret = apps.pending(ana).orElseThrow();
        byte[] kept = database.sql("select pending from authenticator_app where account = ?")
                .param(ana)
                .query(byte[].class)
                .single();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        assertThat(seal.open(ana, kept)).isEqualTo(secret);
        UUID rui = TestPeople.doctor(database).account();
        assertThatThrownBy(() -> seal.open(rui, kept)).isInstanceOf(Refusal.class);
    }

    @Test
    void eachRecoveryCodeWorksOnceAndForItsAccountOnly() {
        List<String> codes = recoveryCodes.renew(ana);
        UUID rui = TestPeople.doctor(database).account();

        assertThat(new HashSet<>(codes)).hasSize(10);
        assertThat(codes).allMatch(code -> code.matches("[A-Z2-7]{4}( [A-Z2-7]{4}){3}"));
        assertThat(recoveryCodes.use(rui, codes.get(0))).isFalse();
        assertThat(recoveryCodes.use(ana, codes.get(0))).isTrue();
        assertThat(recoveryCodes.use(ana, codes.get(0))).isFalse();
        assertThat(recoveryCodes.use(ana, codes.get(1).toLowerCase(Locale.ROOT).replace(' ', '-')))
                .isTrue();
        assertThat(recoveryCodes.left(ana)).isEqualTo(8);
    }

    @Test
    void newRecoveryCodesVoidTheOldAndOnlyHashesAreKept() {
        List<String> old = recoveryCodes.renew(ana);
        List<String> fresh = recoveryCodes.renew(ana);

        assertThat(old).noneMatch(code -> recoveryCodes.use(ana, code));
        assertThat(database.sql("select hash from recovery_code where account = ?")
                        .param(ana)
                        .query(byte[].class)
                        .list())
                .hasSize(10)
                .allMatch(hash -> hash.length == 32);
        assertThat(fresh).allMatch(code -> recoveryCodes.use(ana, code));
        assertThat(recoveryCodes.left(ana)).isZero();
    }

    @Test
    void aResetTakesAllOfItAway() {
        enrol();
        recoveryCodes.renew(ana);
        StoredSecondFactors factors = new StoredSecondFactors(database, this::note);
        assertThat(factors.enrolled(ana)).isTrue();

        factors.reset(ana);

        assertThat(factors.enrolled(ana)).isFalse();
        assertThat(recoveryCodes.left(ana)).isZero();
        assertThat(deeds).endsWith(Kind.RESET);
    }

    private TestApp enrol() {
        apps.begin(ana);
        TestApp phone = phone();
        assertThat(apps.confirm(ana, phone.codeAt(now))).isTrue();
        return phone;
    }

    private TestApp phone() {
        return new TestApp(Base32.encode(apps.pending(ana).orElseThrow()));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        apps = appsAt(now);
    }

    private AuthenticatorApps appsAt(Instant time) {
        return new AuthenticatorApps(database, seal, this::note, Clock.fixed(time, ZoneOffset.UTC));
    }

    private void note(Object event) {
        if (event instanceof SecondFactorDeed deed && deed.account().equals(ana)) {
            deeds.add(deed.kind());
        }
    }
}

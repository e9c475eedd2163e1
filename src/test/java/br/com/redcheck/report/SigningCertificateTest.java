package br.com.redcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.person.Cpf;
import br.com.redcheck.report.TestAuthority.Wish;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SigningCertificateTest {
    private static final String ANA = "52998224725";
    private static final Instant NOW = Instant.now();

    private static TestAuthority authority;

    @BeforeAll
    static void openTheAuthority() throws Exception {
        authority = new TestAuthority();
    }

    @Test
    void aDoctorsCertificateIsOpenedAndSaysWhoseItIs() throws Exception {
        SigningCertificate certificate = open(Wish.of(ANA));

        assertThat(certificate.holder()).isEqualTo("ANA CONCEIÇÃO:52998224725");
        assertThat(certificate.chain()).hasSize(2).endsWith(authority.root());
        assertThatCode(() -> certificate.requireOf(new Cpf(ANA))).doesNotThrowAnyException();
    }

    @Test
    void anEllipticKeyIsAsGood() throws Exception {
        assertThat(open(Wish.of(ANA).key("EC")).key().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void thatOfAnotherPersonIsRefused() throws Exception {
        SigningCertificate others = open(Wish.of("11144477735"));
        SigningCertificate nobodys = open(Wish.of(null));
        SigningCertificate unknown = open(Wish.of("00000000000"));

        assertRefused("anothers", () -> others.requireOf(new Cpf(ANA)));
        assertRefused("nobodys", () -> nobodys.requireOf(new Cpf(ANA)));
        assertRefused("nobodys", () -> unknown.requireOf(new Cpf(ANA)));
    }

    @Test
    void oneBeforeOrAfterItsTimeIsRefused() {
        Wish past = Wish.of(ANA).between(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(2)));
        Wish future = Wish.of(ANA).between(NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(9)));

        assertRefused("expired", () -> open(past));
        assertRefused("not-yet-valid", () -> open(future));
    }

    @Test
    void oneThatIsNotForSigningIsRefused() {
        assertRefused("not-for-signing", () -> open(Wish.of(ANA).use(KeyUsage.keyEncipherment)));
        assertRefused("not-for-signing", () -> open(Wish.of(ANA).use(null)));
    }

    @Test
    void aWrongPasswordIsCalledSoAndOtherBytesAreNoCertificate() throws Exception {
        byte[] file = authority.file(Wish.of(ANA));

        assertRefused("wrong-password", () -> SigningCertificate.open(file, "another".toCharArray(), NOW));
        assertRefused("unreadable", () -> SigningCertificate.open(new byte[100], "x".toCharArray(), NOW));
        assertRefused("unreadable", () -> SigningCertificate.open(new byte[200_000], "x".toCharArray(), NOW));
    }

    private static SigningCertificate open(Wish wish) throws Exception {
        return SigningCertificate.open(authority.file(wish), TestAuthority.PASSWORD.toCharArray(), NOW);
    }

    private static void assertRefused(String why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(UnusableCertificate.class)
                .hasMessage("refusal.unusable-certificate." + why);
    }
}

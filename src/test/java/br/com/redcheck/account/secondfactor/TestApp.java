package br.com.redcheck.account.secondfactor;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Does what an authenticator app does with the secret that it was given as text. */
public final class TestApp {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Totp totp;

    public TestApp(String secret) {
        this.totp = new Totp(decode(secret.replace(" ", "")));
    }

    /** Enrols the app of an account; the code of now is used up by that. */
    public static TestApp enrolled(BeanFactory beans, UUID account) {
        AuthenticatorApps apps = beans.getBean(AuthenticatorApps.class);
        apps.begin(account);
        TestApp app = new TestApp(Base32.encode(apps.pending(account).orElseThrow()));
        if (!apps.confirm(account, app.code())) {
            throw new IllegalStateException("the code of now is right");
        }
        return app;
    }

    /** The code of now. */
    public String code() {
        return codeAt(Clock.systemUTC().instant());
    }

    /** The code after the one of now, for whoever has used that up: it is taken a step early. */
    public String nextCode() {
        return codeAt(Clock.systemUTC().instant().plusSeconds(Totp.STEP_SECONDS));
    }

    String codeAt(Instant time) {
        return totp.codeOf(Totp.stepAt(time));
    }

    private static byte[] decode(String secret) {
        byte[] bytes = new byte[secret.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int five = ALPHABET.indexOf(secret.charAt(bit / 5));
            bytes[bit / 8] |= (byte) (((five >> (4 - bit % 5)) & 1) << (7 - bit % 8));
        }
        return bytes;
    }
}

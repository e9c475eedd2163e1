package br.com.redcheck;

import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.secondfactor.TestApp;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor enrols a second factor in a real browser, leaves, and comes in with it. */
class SecondFactorJourneyIT extends Journey {
    private static final Pattern SHELF = Pattern.compile(".*/exams(\\?.*)?$");
    private static final Pattern SETTINGS = Pattern.compile(".*/second-factor/settings$");
    private static final Pattern CHALLENGE = Pattern.compile(".*/second-factor(\\?.*)?$");

    private Doctor ana;
    private Page page;

    @BeforeEach
    void makeDoctorAndOpenDesktop() {
        ana = registerDoctorWithSecondFactor("Ana");
        page = CHROMIUM.desktop(port);
    }

    @Test
    void anAppIsEnrolledAndAsksForItsCodeAtTheNextSignIn() {
        TestApp phone = enrolApp("desktop");
        page.locator("text=Guardei os códigos").click();
        assertThat(page).hasURL(SHELF);
        signOut();

        signIn();
        assertThat(page).hasURL(CHALLENGE);
        page.locator("#code").fill("000000");
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".alert-danger")).containsText("não confere");
        check(page, "second-factor-wrong-desktop");
        page.locator("#code").fill(phone.nextCode());
        page.locator("main .btn-primary").click();
        assertThat(page).hasURL(SHELF);
        page.navigate("/second-factor");
        check(page, "second-factor-settings-with-app-desktop");
    }

    @Test
    void aPasskeyIsMadeAndSignsInByItself() {
        plugInAuthenticator(page, true);
        signIn();
        assertThat(page).hasURL(SETTINGS);
        page.locator("#passkey-label").fill("Notebook do consultório");
        page.locator("#passkey-registration button").click();
        assertThat(page.locator(".factor-list")).containsText("Notebook do consultório");
        check(page, "second-factor-settings-with-passkey-desktop");
        page.navigate("/exams");
        assertThat(page.locator("#files")).isEnabled();
        signOut();

        check(page, "sign-in-with-passkey-desktop");
        page.locator("#passkey-sign-in").click();
        assertThat(page).hasURL(SHELF);
        assertThat(page.locator(".who")).hasText("Ana");
        assertThat(page.locator("#files")).isEnabled();
    }

    @Test
    void aPasskeyIsTheSecondFactorAfterThePassword() {
        plugInAuthenticator(page, true);
        signIn();
        page.locator("#passkey-registration button").click();
        assertThat(page.locator(".factor-list li")).hasCount(1);
        signOut();

        signIn();
        assertThat(page).hasURL(CHALLENGE);
        check(page, "second-factor-passkey-desktop");
        page.locator("#passkey-sign-in").click();
        assertThat(page).hasURL(SHELF);

        page.navigate("/second-factor/settings");
        page.locator(".factor-list button").click();
        assertThat(page.locator(".factor-list")).hasCount(0);
    }

    @Test
    void aDeviceThatDoesNotCheckItsHolderIsNotEnough() {
        plugInAuthenticator(page, false);
        signIn();
        page.locator("#passkey-registration button").click();

        assertThat(page.locator("#passkey-problem")).containsText("não foi criada");
        check(page, "passkey-refused-desktop");
        assertThat(page.locator(".factor-list")).hasCount(0);
    }

    @Test
    void aRecoveryCodeLetsInWithoutThePhone() {
        enrolApp("recovery");
        String code = page.locator(".recovery-codes code").nth(4).innerText();
        page.locator("text=Guardei os códigos").click();
        signOut();

        signIn();
        page.locator("details summary").click();
        page.locator("#recovery-code").fill(code);
        check(page, "second-factor-recovery-desktop");
        page.locator("details button").click();
        assertThat(page.locator(".alert-warning")).containsText("restam 9");
        check(page, "second-factor-recovered-desktop");
    }

    @Test
    void aPhoneShowsTheSame() {
        page = CHROMIUM.phone(port);
        enrolApp("phone");
        page.locator("text=Guardei os códigos").click();
        signOut();
        check(page, "sign-in-with-passkey-phone");
        signIn();
        check(page, "second-factor-phone");
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Confirm that it is you");
        check(page, "second-factor-english-phone");
    }

    /** From the sign-in to the recovery codes. */
    private TestApp enrolApp(String name) {
        signIn();
        assertThat(page).hasURL(SETTINGS);
        check(page, "second-factor-settings-" + name);
        page.locator("#begin-app").click();
        check(page, "authenticator-app-" + name);
        TestApp phone = new TestApp(page.locator("#secret").innerText());
        page.locator("#code").fill(phone.code());
        page.locator("main .btn-primary").click();
        assertThat(page.locator(".recovery-codes code")).hasCount(10);
        check(page, "recovery-codes-" + name);
        return phone;
    }

    private void signIn() {
        DemonstrationDoctor.giveCredentials(page, ana.getUsername(), PASSWORD);
    }

    private void signOut() {
        page.locator("header button").click();
        assertThat(page.locator(".alert-success")).isVisible();
    }
}

package br.com.redcheck;

import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Doctor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A page stays open while its session ends and the doctor, or somebody else, signs in in another tab: what was typed, drawn or chosen
 * reaches the account that it belongs to, and no other.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SessionEndedJourneyIT extends Journey {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_06.dcm");
    private static final Path ANOTHER_FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");
    private static final Pattern SAVED = Pattern.compile("Rascunho salvo às \\d\\d:\\d\\d\\.");

    /** The doctor of all tests, and another who comes to the same browser; and the exam of the first. */
    private Doctor ana;

    private Doctor rui;
    private String exam;
    private Page page;
    private Page elsewhere;

    @BeforeAll
    void sendAFilm() {
        ana = registerDoctor();
        rui = registerDoctor();
        Page first = CHROMIUM.desktop(port);
        signIn(first, ana);
        new DemonstrationDoctor(first, home.folder()).send(FILM);
        exam = URI.create(first.url()).getPath();
        first.context().close();
    }

    @BeforeEach
    void signIn() {
        page = CHROMIUM.desktop(port);
        signIn(page, ana);
        elsewhere = page.context().newPage();
    }

    @Test
    void whatIsTypedIntoAFormIsSavedWhenItsAccountIsBack() {
        page.navigate(exam + "/form");
        endSession();
        page.locator("#observations").fill("digitado sem sessão");
        assertThat(page.locator("#saved")).containsText("A sessão terminou");
        check(page, "session-ended-form-desktop");

        signIn(elsewhere, ana);
        comeBack();
        assertThat(page.locator("#saved")).hasText(SAVED);
        page.reload();
        assertThat(page.locator("#observations")).hasValue("digitado sem sessão");
    }

    @Test
    void whatIsTypedSurvivesASignInInTheSameTab() {
        page.navigate(exam + "/form");
        endSession();
        page.locator("#observations").fill("digitado antes de entrar");
        assertThat(page.locator("#saved")).containsText("A sessão terminou");
        page.onDialog(leave -> leave.accept());
        DemonstrationDoctor.signIn(page, ana.getUsername(), PASSWORD);
        page.navigate(exam + "/form");
        assertThat(page.locator("#observations")).hasValue("digitado antes de entrar");
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    @Test
    void whatIsTypedIsNeverSavedOrShownForAnotherAccount() {
        page.navigate(exam + "/form");
        endSession();
        signIn(elsewhere, rui);
        page.locator("#observations").fill("de Ana");
        assertThat(page.locator("#saved")).containsText("está aberta outra conta");
        assertThat(page.locator("#observations")).hasValue("de Ana");

        page.onDialog(leave -> leave.accept());
        page.navigate("/exams");
        assertThat(page.evaluate("sessionStorage.length"))
                .as("what Ana typed is kept for nobody else")
                .isEqualTo(0);
    }

    @Test
    void aReportGoesOnWhenItsAccountIsBack() {
        page.navigate(exam + "/reports");
        page.locator("main .btn-primary").click();
        endSession();
        page.locator("#findings").fill("Opacidades em vidro fosco.");
        assertThat(page.locator("#saved")).containsText("A sessão terminou");

        signIn(elsewhere, ana);
        comeBack();
        assertThat(page.locator("#saved")).hasText(SAVED);
        page.reload();
        assertThat(page.locator("#findings")).hasValue("Opacidades em vidro fosco.");
    }

    @Test
    void masksAreConfirmedWhenNetworkAndAccountAreBack() {
        page.navigate(exam + "/masks");
        assertThat(page.locator("#confirm")).isEnabled();
        page.locator("#add").click();
        page.context().setOffline(true);
        page.locator("#confirm").click();
        assertThat(page.locator("#problem")).containsText("Confira a conexão");
        page.context().setOffline(false);
        endSession();
        page.locator("#confirm").click();
        assertThat(page.locator("#problem")).containsText("A sessão terminou");

        signIn(elsewhere, rui);
        page.locator("#confirm").click();
        assertThat(page.locator("#problem")).containsText("está aberta outra conta");
        endSession();
        signIn(elsewhere, ana);
        page.locator("#confirm").click();
        page.waitForURL("**" + exam);
    }

    @Test
    void annotationsAreKeptWhenTheirAccountIsBack() {
        page.navigate(exam + "/viewer");
        page.locator("body[data-ready]").waitFor();
        endSession();
        page.locator("[data-tool=LENGTH]").click();
        BoundingBox stage = page.locator("#pane-main .stage").boundingBox();
        Mouse mouse = page.mouse();
        mouse.move(stage.x + 0.4 * stage.width, stage.y + 0.4 * stage.height);
        mouse.down();
        mouse.move(stage.x + 0.6 * stage.width, stage.y + 0.4 * stage.height, new Mouse.MoveOptions().setSteps(5));
        mouse.up();
        assertThat(page.locator("#measures li[data-state=failed]")).containsText("A sessão terminou");
        check(page, "session-ended-viewer-desktop");

        signIn(elsewhere, ana);
        comeBack();
        assertThat(page.locator("#measures li[data-state=saved]")).hasCount(1);
        page.reload();
        page.locator("body[data-ready]").waitFor();
        assertThat(page.locator("#measures li")).hasCount(1);
    }

    @Test
    void filesGoOnTheirWayWhenTheirAccountIsBack() {
        page.navigate("/exams");
        assertThat(page.locator("#files")).isEnabled();
        endSession();
        signIn(elsewhere, rui);
        page.locator("#files").setInputFiles(ANOTHER_FILM);
        assertThat(page.locator("#sending-notice")).containsText("está aberta outra conta");
        check(page, "session-of-another-sending-desktop");
        elsewhere.navigate("/exams");
        assertThat(elsewhere.locator("#shelf tr[data-exam]")).hasCount(0);

        endSession();
        signIn(elsewhere, ana);
        comeBack();
        assertThat(page.locator(".facts")).isVisible(); // the exam has opened by itself
    }

    @Test
    void aPlainFormIsSentInTheSessionThatIsThereIfItIsItsAccounts() {
        page.navigate(exam + "/outcome");
        page.locator("#diagnosis-COVID_19").check();
        page.locator("#pcr").selectOption("NOT_DONE");
        page.locator("#serology").selectOption("NOT_DONE");
        page.locator("#course").selectOption("WARD");
        Locator send = page.locator("form.exam-form button.btn-primary");
        page.evaluate("dispatchEvent(new Event('blur'))"); // the person goes to the other tab
        endSession();
        send.click();
        assertThat(page.locator(".not-sent")).containsText("A sessão terminou");
        check(page, "session-ended-plain-form-desktop");
        signIn(elsewhere, rui);
        send.click();
        assertThat(page.locator(".not-sent")).containsText("está aberta outra conta");

        endSession();
        signIn(elsewhere, ana);
        send.click();
        assertThat(page.locator(".form-card")).containsText("COVID-19");
    }

    @Test
    void aScriptWaitsAndRepeatsWhileTheServerIsTooBusy() {
        page.navigate(exam + "/form");
        page.route(
                "**/outline",
                route ->
                        route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", "1"))),
                new Page.RouteOptions().setTimes(2));

        Object status = page.evaluate(
                "address => import('/js/session.js').then(session => session.ask(address)).then(answer => answer.status)",
                exam + "/outline");

        assertThat(status).as("two times too busy, then as always").isEqualTo(200);
    }

    /** What is left in the browser of a session that has ended. */
    private void endSession() {
        page.context().clearCookies();
    }

    /** Goes from the other tab back to the page. */
    private void comeBack() {
        page.bringToFront();
        page.evaluate("dispatchEvent(new Event('focus'))");
    }
}

package br.com.redcheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.worklist.WorklistExams;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.database.EveryRow;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A doctor finds exams again in a real browser, by keyboard, without scripts, and on a phone. Screenshots lie in target/screenshots. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WorklistJourneyIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Instant NOON = Instant.parse("2026-03-02T15:00:00Z");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Home home;

    @Autowired
    EveryRow everyRow;

    private BrowserContext context;
    private Page page;
    private ExamId newest;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.startFor(WorklistJourneyIT.class);
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void fillTheShelf() throws IOException {
        open(1280, 900, true);
        OwnerId owner = new OwnerId(everyRow.sql("select id from account where email = ?")
                .param(credentials().get(0))
                .query(UUID.class)
                .single());
        for (String table : List.of("label", "saved_filter", "exam")) {
            everyRow.sql("delete from " + table + " where owner = ?")
                    .param(owner.value())
                    .update();
        }
        WorklistExams exams = new WorklistExams(everyRow);
        newest = exams.read(owner, "DX", at(0), 0.934);
        for (int i = 1; i < 40; i++) {
            exams.read(owner, i % 3 == 0 ? "CT" : "DX", at(i), (i * 37 % 100) / 100.0);
        }
        exams.in(owner, "DX", at(3), ExamState.REVIEW);
        exams.in(owner, "CT", at(9), ExamState.QUARANTINED);
        exams.in(owner, "DX", at(30), ExamState.FAILED);
        exams.in(owner, "CT", at(31), ExamState.REFUSED);
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void theKeyboardIsEnough() throws IOException {
        signIn();
        makeLabel("revisar em reunião", "ORANGE");
        makeLabel("ensino", "BLUE");
        page.navigate(address("/exams"));
        assertThat(page.locator("#shelf tbody").first()).containsText("Precisam de você");
        assertThat(page.locator("#shelf tbody").first().locator("tr[data-exam]"))
                .hasCount(4);
        shoot("worklist-desktop");
        assertAccessible();

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("k");
        assertThat(page.locator("#shelf tr[data-exam]").nth(1).locator("a")).isFocused();
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("#picked")).hasText("Marcados: 2");
        page.keyboard().press("l");
        assertThat(page.locator("#label")).isFocused();
        page.locator("#label").selectOption("revisar em reunião");
        shoot("worklist-selected-desktop");
        assertAccessible();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#shelf .label")).hasCount(2);
        shoot("worklist-labels-desktop");

        awaitKeys();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        shoot("worklist-keys-desktop");
        assertAccessible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.keyboard().press("/");
        assertThat(page.locator("#filter-state")).isFocused();
        page.locator("#filter-label").selectOption("revisar em reunião");
        page.locator("#filter-label").press("Enter");
        page.locator(".filter-buttons .btn-primary").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*label=[0-9a-f-]{36}.*"));
        assertThat(page.locator("#shelf tr[data-exam]")).hasCount(2);
        page.locator("#filter-name").fill("reunião de segunda");
        page.keyboard().press("Enter");
        assertThat(page.locator(".view[aria-current]")).hasText("reunião de segunda");
        shoot("worklist-filtered-desktop");
        assertAccessible();

        page.navigate(address("/exams?state=READ"));
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(address("/exams/" + newest));
    }

    @Test
    void keysCanBeSwitchedOff() throws IOException {
        signIn();
        page.locator("#show-keys").click();
        page.locator("#keys-on").uncheck();
        page.locator("#keys button").click();
        page.reload();
        awaitKeys();
        page.keyboard().press("j");
        assertThat(page.locator("#shelf a:focus")).hasCount(0);
    }

    @Test
    void everythingWorksWithoutScripts() throws IOException {
        context.close();
        open(1280, 900, false);
        signIn();
        makeLabel("ensino", "GREEN");
        page.navigate(address("/exams"));
        page.locator("[rel=next]").click();
        assertThat(page.locator("[rel=prev]")).isVisible();
        page.locator("input[name=exam]").first().check();
        page.locator("input[name=exam]").nth(1).check();
        page.locator("#label").selectOption("ensino");
        page.locator("#selection .btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*after=.*"));
        assertThat(page.locator("#shelf .label")).hasCount(2);

        page.locator("input[name=exam]").first().check();
        Download file = page.waitForDownload(
                () -> page.locator("#selection button[formnovalidate]").click());
        assertThat(Files.readString(file.path()))
                .startsWith("\uFEFFexam,received_at,")
                .contains("ensino")
                .hasLineCount(2);
        shoot("worklist-without-scripts-desktop");
    }

    @Test
    void whatWasTickedStaysSoWhenTheListIsLaidAnew() throws IOException {
        signIn();
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.locator("#shelf")
                .evaluate(
                        "shelf => { const anew = shelf.cloneNode(true);"
                                + "anew.querySelectorAll('input').forEach(box => box.checked = false); shelf.replaceWith(anew); }");
        assertThat(page.locator("#picked")).hasText("Marcados: 1");
        assertThat(page.locator("input[name=exam]").first()).isChecked();
        assertThat(page.locator("#shelf tr[data-exam] a").first()).isFocused();
    }

    @Test
    void aPhoneShowsTheSame() throws IOException {
        context.close();
        open(360, 780, true);
        signIn();
        makeLabel("revisar em reunião", "PURPLE");
        shootAndCheckWidth("labels-phone");
        assertAccessible();
        page.navigate(address("/exams"));
        page.locator("input[name=exam]").first().check();
        page.locator("#label").selectOption("revisar em reunião");
        shootAndCheckWidth("worklist-selected-phone");
        page.locator("#selection .btn-primary").click();
        assertThat(page.locator("#shelf .label")).hasCount(1);
        shootAndCheckWidth("worklist-phone");
        Locator table = page.locator(".table-responsive");
        assertThat((boolean) table.evaluate("box => box.scrollWidth <= box.clientWidth"))
                .isTrue();
        page.locator("#filter summary").click();
        shootAndCheckWidth("worklist-filter-phone");
        assertAccessible();
    }

    private void makeLabel(String name, String colour) {
        page.navigate(address("/exams/labels"));
        page.locator("#name").fill(name);
        page.locator("#colour").selectOption(colour);
        page.locator("form:has(#name) .btn-primary").click();
        assertThat(page.locator(".kept .label").first()).isVisible();
    }

    private void open(int width, int height, boolean scripts) {
        context = chromium.browser()
                .newContext(
                        new NewContextOptions().setViewportSize(width, height).setJavaScriptEnabled(scripts));
        page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
    }

    /** The script shows the button when it listens to keys. */
    private void awaitKeys() {
        assertThat(page.locator("#show-keys")).isVisible();
    }

    private void signIn() throws IOException {
        page.navigate(address("/sign-in"));
        page.locator("#username").fill(credentials().get(0));
        page.locator("#password").fill(credentials().get(1));
        page.locator("form .btn-primary").click();
        assertThat(page.locator("#shelf")).isVisible();
    }

    private List<String> credentials() throws IOException {
        return Files.readAllLines(home.folder().resolve("demonstration.txt"));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static String at(int hoursAgo) {
        return NOON.minus(hoursAgo, ChronoUnit.HOURS).toString();
    }

    private void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    private void shoot(String name) {
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private void shootAndCheckWidth(String name) {
        shoot(name);
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing of %s reaches beyond the screen", name)
                .isTrue();
    }
}

package br.com.redcheck;

import static br.com.redcheck.Pages.SCREENSHOTS;
import static br.com.redcheck.Pages.assertFits;
import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Clinics;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.CaseState;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.ExamState;
import br.com.redcheck.exam.worklist.WorklistExams;
import br.com.redcheck.patient.Identity;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.Sex;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.platform.database.EveryRow;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A doctor finds exams again in a real browser, by keyboard, without scripts, and on a phone. Screenshots lie in target/screenshots. */
class WorklistJourneyIT extends Journey {
    private static final Instant NOON = Instant.parse("2026-03-02T15:00:00Z");

    @Autowired
    Clinics clinics;

    @Autowired
    Patients patients;

    @Autowired
    EveryRow everyRow;

    private Page page;
    private DemonstrationDoctor doctor;
    private ExamId newest;

    @BeforeEach
    void fillTheShelf() throws IOException {
        open(CHROMIUM.desktop(port));
        OwnerId owner = new OwnerId(everyRow.sql("select id from account where email = ?")
                .param(doctor.credentials().get(0))
                .query(UUID.class)
                .single());
        everyRow.sql("truncate label, saved_filter, exam cascade").update();
        WorklistExams exams = new WorklistExams(everyRow);
        newest = exams.read(owner, "DX", at(0), 0.934);
        for (int i = 1; i < 40; i++) {
            exams.read(owner, i % 3 == 0 ? "CT" : "DX", at(i), (i * 37 % 100) / 100.0);
        }
        Identity rosa = new Identity(
                "Rosa Lima", LocalDate.of(1960, 2, 3), Sex.F, Optional.of(new Cpf("52998224725")), Optional.empty());
        exams.tell(owner, newest, patients.enter(owner, rosa), CaseState.CONFIRMED, "Campinas - SP");
        exams.in(owner, "DX", at(3), ExamState.REVIEW);
        exams.in(owner, "CT", at(9), ExamState.QUARANTINED);
        exams.in(owner, "DX", at(30), ExamState.FAILED);
        exams.in(owner, "CT", at(31), ExamState.REFUSED);
    }

    @Test
    void theKeyboardIsEnough() throws IOException {
        doctor.signIn();
        makeLabel("revisar em reunião", "ORANGE");
        makeLabel("ensino", "BLUE");
        page.navigate("/exams");
        assertThat(page.locator("#shelf tbody").first()).containsText("Precisam de você");
        assertThat(page.locator("#shelf tbody").first().locator("tr[data-exam]"))
                .hasCount(4);
        check(page, "worklist-desktop");

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("k");
        assertThat(page.locator("#shelf tr[data-exam]").nth(1).locator(".stretched-link"))
                .isFocused();
        page.keyboard().press("x");
        awaitKeys();
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("#picked")).hasText("Marcados: 2");
        page.keyboard().press("l");
        assertThat(page.locator("#label")).isFocused();
        page.locator("#label").selectOption("revisar em reunião");
        check(page, "worklist-selected-desktop");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#shelf .label")).hasCount(2);
        check(page, "worklist-labels-desktop");

        awaitKeys();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        check(page, "worklist-keys-desktop");
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        page.keyboard().press("/");
        assertThat(page.locator("#filter-state")).isFocused();
        page.locator("#filter-label").selectOption("revisar em reunião");
        page.locator("#filter-label").press("Enter");
        page.locator(".filter-buttons .btn-primary").first().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*label=[0-9a-f-]{36}.*"));
        assertThat(page.locator("#shelf tr[data-exam]")).hasCount(2);
        page.locator("#filter-name").fill("reunião de segunda");
        page.keyboard().press("Enter");
        assertThat(page.locator(".view[aria-current]")).hasText("reunião de segunda");
        check(page, "worklist-filtered-desktop");

        page.navigate("/exams?state=READ");
        awaitKeys();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/exams/" + newest));
    }

    @Test
    void keysCanBeSwitchedOff() throws IOException {
        doctor.signIn();
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
        open(CHROMIUM.open(port, new NewContextOptions().setJavaScriptEnabled(false)));
        doctor.signIn();
        makeLabel("ensino", "GREEN");
        page.navigate("/exams");
        page.locator("[rel=next]").click();
        assertThat(page.locator("[rel=prev]")).isVisible();
        page.locator("input[name=exam]").first().check();
        page.locator("input[name=exam]").nth(1).check();
        page.locator("#label").selectOption("ensino");
        page.locator("#selection .btn-primary").click();
        assertThat(page).hasURL(Pattern.compile(".*after=.*"));
        assertThat(page.locator("#shelf .label")).hasCount(2);

        page.locator("input[name=exam]").first().check();
        Download file =
                page.waitForDownload(() -> page.locator("#export-selection").click());
        assertThat(Files.readString(file.path()))
                .startsWith("\uFEFFexam,received_at,")
                .contains("ensino")
                .hasLineCount(2);
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("worklist-without-scripts-desktop.png")));
    }

    @Test
    void aPatientsExamsAreFoundAndWhatFailedIsPutAway() throws IOException {
        doctor.signIn();
        lookUp("529.982.247-25");
        assertThat(page).hasURL(Pattern.compile(".*/exams\\?patient=[\\w-]+"));
        assertThat(page.locator(".sought")).containsText("Rosa Lima");
        assertThat(page.locator("#shelf tr[data-exam]")).hasCount(1);
        assertThat(page.locator("#shelf tr[data-exam]")).containsText("Campinas - SP");
        check(page, "worklist-patient-desktop");
        page.locator(".sought a").click();
        assertThat(page.locator(".sought")).hasCount(0);

        lookUp("846.215.930-05");
        assertThat(page.locator("#patient-search [role=alert]")).isVisible();
        assertThat(page.locator("#sought-cpf")).hasValue("846.215.930-05");
        check(page, "worklist-no-patient-desktop");

        page.navigate("/exams");
        Locator waiting = page.locator("#shelf tbody").first();
        waiting.locator("button.put-away").first().click();
        assertThat(waiting.locator("tr[data-exam]")).hasCount(3);
        waiting.locator("input[name=exam]").last().check();
        page.locator("#put-away-selection").click();
        assertThat(waiting.locator("tr[data-exam]")).hasCount(2);
        check(page, "worklist-put-away-desktop");
        page.navigate("/exams?state=FAILED");
        page.locator("input[name=exam]").check();
        page.locator("#take-back-selection").click();
        assertThat(page.locator("#shelf button.put-away")).hasCount(1);
    }

    @Test
    void aPlaceIsPickedByTyping() throws IOException {
        doctor.signIn();
        awaitKeys();
        page.locator("#filter-municipality").pressSequentially("campinas");
        page.locator("#municipality-options li").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        check(page, "worklist-place-desktop");
        page.locator("#filter-case").selectOption("CONFIRMED");
        page.locator(".filter-buttons .btn-primary").first().click();
        assertThat(page).hasURL(Pattern.compile(".*case=CONFIRMED.*municipality=Campinas.*"));
        assertThat(page.locator("#shelf tr[data-exam]")).hasCount(1);
    }

    @Test
    void whatWasTickedStaysSoWhenTheListIsLaidAnew() throws IOException {
        doctor.signIn();
        awaitKeys();
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
        open(CHROMIUM.phone(port));
        doctor.signIn();
        makeLabel("revisar em reunião", "PURPLE");
        check(page, "labels-phone");
        page.navigate("/exams");
        page.locator("input[name=exam]").first().check();
        page.locator("#label").selectOption("revisar em reunião");
        check(page, "worklist-selected-phone");
        page.locator("#selection .btn-primary").click();
        assertThat(page.locator("#shelf .label")).hasCount(1);
        check(page, "worklist-phone");
        Locator table = page.locator(".table-responsive");
        assertThat((boolean) table.evaluate("box => box.scrollWidth <= box.clientWidth"))
                .isTrue();
        page.locator("#filter summary").click();
        check(page, "worklist-filter-phone");
        lookUp("52998224725");
        assertThat(page.locator(".sought")).isVisible();
        page.locator("#patient-search summary").click();
        check(page, "worklist-patient-phone");
    }

    @Test
    void whatIsWrittenWithoutAGapFitsOnAPhone() {
        String word = "W".repeat(200);
        Doctor ana = registerDoctor();
        everyRow.sql("update account set name = ? where id = ?")
                .params(word, ana.account())
                .update();
        OwnerId clinic = clinics.register(ana.account(), word);
        Identity named = new Identity(
                word, LocalDate.of(1960, 2, 3), Sex.F, Optional.of(new Cpf("52998224725")), Optional.of(word));
        PatientId patient = patients.enter(ana.owner(), named);
        WorklistExams exams = new WorklistExams(everyRow);
        ExamId exam = exams.read(ana.owner(), "DX", at(0), 0.934);
        exams.tell(ana.owner(), exam, patient, CaseState.CONFIRMED, "Campinas - SP");

        page = CHROMIUM.phone(port);
        DemonstrationDoctor.signIn(page, ana.getUsername(), PASSWORD);
        makeLabel(word.substring(0, 40), "RED");
        page.navigate("/exams?state=READ");
        page.locator("#filter-name").fill(word.substring(0, 40));
        page.keyboard().press("Enter");
        assertThat(page.locator(".view[aria-current]")).hasText(word.substring(0, 40));
        awaitKeys();
        assertFits(page, "kept filter");
        lookUp("52998224725");
        assertThat(page.locator(".sought")).containsText(word);
        awaitKeys();
        assertFits(page, "patient sought");
        for (String path : List.of(
                "/account",
                "/clinic/" + clinic.value(),
                "/exams/labels",
                "/exams/" + exam,
                "/exams/" + exam + "/form",
                "/patients/" + patient.value() + "/consent",
                "/patients/" + patient.value() + "/requests",
                "/patients/requests")) {
            page.navigate(path);
            assertThat(page.locator("h1")).isVisible();
            assertFits(page, path);
        }
    }

    private void open(Page opened) {
        page = opened;
        doctor = new DemonstrationDoctor(page, home.folder());
    }

    private void lookUp(String cpf) {
        page.locator("#patient-search summary").click();
        page.locator("#sought-cpf").fill(cpf);
        page.keyboard().press("Enter");
    }

    private void makeLabel(String name, String colour) {
        page.navigate("/exams/labels");
        page.locator("#name").fill(name);
        page.locator("#colour").selectOption(colour);
        page.locator("form:has(#name) .btn-primary").click();
        assertThat(page.locator(".kept .label").first()).isVisible();
    }

    /** The script shows the button when it listens to keys. */
    private void awaitKeys() {
        assertThat(page.locator("#show-keys")).isVisible();
    }

    private static String at(int hoursAgo) {
        return NOON.minus(hoursAgo, ChronoUnit.HOURS).toString();
    }
}

package br.com.redcheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the demonstration doctor does in every test's browser: comes in, sends an exam, waits for its result. */
public record DemonstrationDoctor(Page page, Path home) {
    /** How long an exam is waited for. */
    static final double READING_MS = 300_000;

    private static final double OPENED_BY_ITSELF_MS = 5_000;

    /** Where the password was written at the first start. */
    List<String> credentials() throws IOException {
        return Files.readAllLines(home.resolve("demonstration.txt"));
    }

    public void signIn() throws IOException {
        signIn(page, credentials().get(0), credentials().get(1));
    }

    /** Lets any doctor come in. */
    static void signIn(Page page, String email, String password) {
        giveCredentials(page, email, password);
        assertThat(page.locator("#shelf")).isVisible();
    }

    /** Fills in and sends the form of the sign-in page, wherever it leads. */
    static void giveCredentials(Page page, String email, String password) {
        page.navigate("/sign-in");
        page.locator("#username").fill(email);
        page.locator("#password").fill(password);
        page.locator("form .btn-primary").click();
    }

    /** Chooses files to be sent, once the page listens. */
    void choose(Path... files) {
        assertThat(page.locator("#files")).isEnabled();
        page.locator("#files").setInputFiles(files);
    }

    /** What the page says of the sending in which it sends a file of this name. */
    Locator sending(Path file) {
        return page.locator(".sending")
                .filter(new FilterOptions().setHasText(file.getFileName().toString()));
    }

    /** Sends a file and opens its exam; one that another test has sent already waits behind a link. */
    void send(Path file) {
        page.navigate("/exams");
        choose(file);
        Locator link = sending(file).locator(".sent-exams a");
        assertThat(link.or(page.locator(".facts"))).isVisible();
        if (link.isVisible()) {
            try {
                link.click(new ClickOptions().setTimeout(OPENED_BY_ITSELF_MS));
            } catch (TimeoutError gone) {
                // the page has opened the exam by itself meanwhile
            }
        }
        assertThat(page.locator(".facts")).isVisible();
    }

    /** Waits for the result, and confirms the masks if there are any. */
    void awaitResult() {
        IsVisibleOptions patiently = new IsVisibleOptions().setTimeout(READING_MS);
        Locator review = page.getByText("Conferir as tarjas");
        assertThat(review.or(page.locator(".verdict")).first()).isVisible(patiently);
        if (review.isVisible()) {
            review.click();
            page.locator("#confirm").click();
        }
        assertThat(page.locator(".verdict").first()).isVisible(patiently);
    }

    /** Says in the form of the exam that is on the page that it is of Anastácio Bragança, CPF 111.444.777-35, born on 9 July 1961. */
    static void tellWhoThePatientIs(Page page) {
        page.locator(".form-card a[href$='/form']").click();
        page.locator("#name").fill("Anastácio Bragança");
        page.locator("#birthDate").fill("1961-07-09");
        page.locator("#sex-M").check();
        page.locator("#cpf").fill("111.444.777-35");
        page.locator("#caseState-SUSPECTED").check();
        page.locator("#municipality").fill("Campinas - SP");
        page.locator("#symptom-FEVER").check();
        page.locator("#onset").fill("2020-05-02");
        page.locator("#pcr").selectOption("PENDING");
        page.locator("#pcrOn").fill("2020-05-06");
        page.locator("#serology").selectOption("NOT_DONE");
        page.locator("form.exam-form button.btn-primary").click();
        assertThat(page.locator(".form-card")).containsText("Concluído em");
    }
}

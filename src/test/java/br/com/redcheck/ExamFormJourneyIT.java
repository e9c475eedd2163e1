package br.com.redcheck;

import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor fills in the form of an exam, at a desk and on a phone, with and without a network. */
class ExamFormJourneyIT extends Journey {
    private static final Path FILMS = Path.of("src/test/resources/phi/dx");
    private static final Pattern SAVED = Pattern.compile("Rascunho salvo às \\d\\d:\\d\\d\\.");

    private Page page;
    private DemonstrationDoctor doctor;

    @BeforeEach
    void openDesktop() {
        page = CHROMIUM.desktop(port);
        doctor = new DemonstrationDoctor(page, home.folder());
    }

    @Test
    void theFormIsSavedAsItIsTypedAndSurvivesAReloadAndALostNetwork() throws IOException {
        openForm("phi_12.dcm");
        check(page, "form-empty-desktop");

        page.locator("#name").fill("Benedita Quaresma");
        assertThat(page.locator("#saved")).hasText(SAVED);
        page.locator("#cpf").fill("123");
        page.locator("#onset").fill("2019-05-01");
        page.locator("#mother").fill("Gertrudes");
        assertThat(page.locator("#cpf-problem")).containsText("Este CPF não confere");
        assertThat(page.locator("#onset-problem")).containsText("anterior a 1/12/2019");
        check(page, "form-refused-values-desktop");

        page.context().setOffline(true);
        page.locator("#observations").fill("sem rede");
        assertThat(page.locator("#saved")).containsText("ainda não foi salvo");
        check(page, "form-offline-desktop");
        page.context().setOffline(false);
        assertThat(page.locator("#saved")).hasText(SAVED);

        page.reload();
        assertThat(page.locator("#name")).hasValue("Benedita Quaresma");
        assertThat(page.locator("#cpf")).hasValue("123");
        assertThat(page.locator("#observations")).hasValue("sem rede");
        assertThat(page.locator("#cpf-problem")).containsText("Este CPF não confere");
        assertThat(page.locator("#saved")).hasText(SAVED);
    }

    @Test
    void aFormIsFinishedByKeyboardAloneAndThePatientIsKnownNextTime() throws IOException {
        openForm("phi_01.dcm");
        page.locator("form button.btn-primary").press("Enter");
        assertThat(page.locator(".alert-danger")).containsText("Nada do que você digitou se perdeu");
        assertThat(page.locator("#name")).isFocused();
        check(page, "form-incomplete-desktop");

        type("#name", "Anastácio Bragança");
        page.locator("#birthDate").fill("1961-07-09");
        page.locator("#sex-M").press("Space");
        type("#cpf", "111.444.777-35");
        page.locator("#caseState-SUSPECTED").press("Space");
        type("#municipality", "sao jose dos cam");
        assertThat(page.locator("#municipality-options [role=option]").first()).hasText("São José dos Campos - SP");
        page.locator("#municipality").press("ArrowDown");
        assertThat(page.locator("#municipality")).hasAttribute("aria-activedescendant", "municipality-options-0");
        check(page, "form-municipality-desktop");
        page.locator("#municipality").press("Enter");
        assertThat(page.locator("#municipality")).hasValue("São José dos Campos - SP");
        assertThat(page.locator("#municipality-options")).isHidden();
        page.locator("#symptom-FEVER").press("Space");
        page.locator("#symptom-DYSPNOEA").press("Space");
        page.locator("#onset").fill("2020-05-02");
        page.locator("#pcr").selectOption("PENDING");
        page.locator("#pcrOn").fill("2020-05-06");
        page.locator("#serology").selectOption("NOT_DONE");
        assertThat(page.locator("#saved")).hasText(SAVED);
        check(page, "form-whole-desktop");
        page.context().setOffline(true);
        page.locator("form button.btn-primary").press("Enter");
        assertThat(page.locator("#saved")).containsText("ainda não foi salvo");
        page.context().setOffline(false);

        assertThat(page.locator(".form-card")).containsText("Concluído em");
        assertThat(page.locator(".form-card")).containsText("São José dos Campos - SP");
        check(page, "exam-with-form-desktop");
        page.locator(".form-card a[href$='/form']").click();
        assertThat(page.locator("#name")).hasValue("Anastácio Bragança");
        assertThat(page.locator("#name")).not().isEditable();
        assertThat(page.locator("#saved")).containsText("Concluído");

        openForm("phi_11.dcm");
        page.locator("#search").fill("brag");
        page.locator("#search").press("Enter");
        assertThat(page.locator("#found li")).hasCount(1);
        check(page, "form-search-desktop");
        page.locator("#found button").click();
        assertThat(page.locator("#cpf")).hasValue("111.444.777-35");
        assertThat(page.locator("#known")).isVisible();
        check(page, "form-known-patient-desktop");
        page.locator("#other").click();
        assertThat(page.locator("#cpf")).hasValue("");
        assertThat(page.locator("#name")).isEditable();
    }

    @Test
    void anOutcomeIsToldAndCountedBesideTheReading() throws IOException {
        openForm("phi_06.dcm");
        page.navigate("/outcomes");
        check(page, "performance-before-desktop");
        page.goBack();
        page.locator(".form-end a").click();
        doctor.awaitResult();
        page.locator(".form-card a[href$='/outcome']").click();
        page.locator("form.exam-form button.btn-primary").click();
        assertThat(page.locator("#diagnosis-problem")).hasText("Escolha uma das opções.");
        check(page, "outcome-incomplete-desktop");
        page.locator("#diagnosis-COVID_19").check();
        page.locator("#pcr").selectOption("POSITIVE");
        page.locator("#pcrOn").fill("2020-05-06");
        page.locator("#serology").selectOption("NOT_DONE");
        page.locator("#course").selectOption("WARD");
        page.locator("form.exam-form button.btn-primary").click();
        assertThat(page.locator(".form-card")).containsText("Conta como COVID-19");

        page.navigate("/outcomes");
        Locator network = page.locator(".own-performance", new LocatorOptions().setHasText("vgg16-cam-cxr"));
        assertThat(network.locator(".matrix")).isVisible();
        assertThat(network).containsText("1; intervalo de 95 % (Wilson)");
        check(page, "performance-desktop");
        network.locator(".matrix a")
                .filter(new FilterOptions().setHasText(Pattern.compile("^1$")))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        check(page, "performance-exams-desktop");
        page.setViewportSize(360, 780);
        check(page, "performance-exams-phone");
        page.navigate("/outcomes");
        check(page, "performance-phone");
    }

    @Test
    void aPhoneShowsTheSame() throws IOException {
        page = CHROMIUM.phone(port);
        doctor = new DemonstrationDoctor(page, home.folder());
        openForm("phi_14.dcm");
        check(page, "form-phone");
        page.locator("#municipality").pressSequentially("porto al");
        assertThat(page.locator("#municipality-options [role=option]").first()).hasText("Porto Alegre - RS");
        check(page, "form-municipality-phone");
        page.locator("#municipality-options [role=option]").first().tap();
        assertThat(page.locator("#municipality")).hasValue("Porto Alegre - RS");
        assertThat(page.locator("#saved")).hasText(SAVED);
        page.locator(".form-end a").click();
        assertThat(page.locator(".form-card")).containsText("Rascunho, salvo em");
        check(page, "exam-with-form-phone");

        page.navigate(page.url() + "/form?lang=en");
        assertThat(page.locator("h1")).hasText("Form of the exam");
        check(page, "form-english-phone");
    }

    private void type(String field, String text) {
        page.locator(field).fill("");
        page.locator(field).pressSequentially(text);
    }

    /** Sends a film, once, and opens the form of its exam. */
    private void openForm(String film) throws IOException {
        if (!page.url().startsWith("http")) {
            doctor.signIn();
        }
        doctor.send(FILMS.resolve(film));
        page.locator(".form-card a[href$='/form']").click();
        assertThat(page.locator("#exam-form")).isVisible();
    }
}

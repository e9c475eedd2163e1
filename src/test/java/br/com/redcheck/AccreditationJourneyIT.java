package br.com.redcheck;

import static br.com.redcheck.Pages.assertPainted;
import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Mailbox;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.person.PaperNumbers;
import br.com.redcheck.platform.database.EveryRow;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * From the sign-up form to the first upload, in a real browser, at a desk and on a phone. The second factor, which has tests of its
 * own, is waived here.
 */
class AccreditationJourneyIT extends Journey {
    @TempDir
    static Path folder;

    @Autowired
    EveryRow everyRow;

    private Page page;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Mailbox.announce(properties);
    }

    @BeforeEach
    void spareTheSecondFactor() {
        TestPeople.spareTheSecondFactor(everyRow);
    }

    @BeforeEach
    void openDesktop() {
        page = CHROMIUM.desktop(port);
    }

    @Test
    void aDoctorSignsUpShowsPapersIsGrantedAndSuspended() throws IOException {
        String email = UUID.randomUUID() + "@example.org";
        signUp(email);
        page.navigate(Mailbox.link(email, 1));
        page.locator("#password").fill(PASSWORD);
        page.locator("form .btn-primary").click();
        waiveSecondFactor(email);

        signIn(email);
        assertThat(page.locator(".standing-banner")).containsText("Em análise");
        assertThat(page.locator("#upload")).isHidden();
        check(page, "shelf-requested-desktop");
        page.navigate("/accreditation");
        assertThat(page.locator("#papers")).isEnabled();
        page.locator("#papers").setInputFiles(new Path[] {carteira(), note()});
        assertThat(page.locator("#evidence-problems .refused")).containsText("JPEG nem PNG");
        page.reload();
        assertThat(page.locator(".papers li")).hasCount(1);
        assertPainted(page.locator(".papers img"));
        check(page, "accreditation-desktop");

        administratorGrants(email);
        signIn(email);
        assertThat(page.locator(".standing-banner")).hasCount(0);
        assertThat(page.locator("#files")).isEnabled();

        decideOver(email, "suspended", "O CRM consta como cancelado. Envie a certidão de regularidade.");
        signIn(email);
        assertThat(page.locator(".standing-banner")).containsText("O CRM consta como cancelado.");
        assertThat(page.locator("#upload")).isHidden();
        check(page, "shelf-suspended-desktop");
        page.navigate("/accreditation");
        check(page, "accreditation-suspended-desktop");
    }

    @Test
    void theFormAsksWhatIsNeededAndSaysWhatIsWrong() throws IOException {
        page.navigate("/sign-up");
        assertThat(page.locator("#cpf")).isVisible();
        assertThat(page.locator("#cnpj")).isHidden();
        check(page, "sign-up-desktop");
        page.locator("#kind-clinic").check();
        assertThat(page.locator("#cnpj")).isVisible();
        page.locator("#kind-researcher").check();
        assertThat(page.locator("#orcid")).isVisible();
        assertThat(page.locator("#cpf")).isHidden();
        page.locator("#kind-doctor").check();
        page.locator("#name").fill("Ana Inventada");
        page.locator("#cpf").fill("123");
        page.locator("form.sign-up .btn-primary").click();
        assertThat(page.locator("#cpf-problem")).isVisible();
        assertThat(page.locator("#name")).hasValue("Ana Inventada");
        check(page, "sign-up-wrong-desktop");
        for (String text : List.of("terms", "privacy")) {
            page.navigate("/" + text);
            assertThat(page.locator(".legal h1")).isVisible();
            check(page, text + "-desktop");
        }
    }

    @Test
    void aPhoneShowsTheSame() throws IOException {
        page = CHROMIUM.phone(port);
        for (String path : List.of("sign-up", "terms", "privacy", "sign-up/sent")) {
            page.navigate("/" + path);
            check(page, path.replace('/', '-') + "-phone");
        }
        String email = UUID.randomUUID() + "@example.org";
        signUp(email);
        confirm(email);
        signIn(email);
        page.navigate("/accreditation");
        assertThat(page.locator("#papers")).isEnabled();
        page.locator("#papers").setInputFiles(carteira());
        assertThat(page.locator(".papers li")).hasCount(1);
        check(page, "accreditation-phone");

        page = CHROMIUM.phone(port);
        signIn(administrator());
        check(page, "queue-phone");
        openCase(email);
        check(page, "case-phone");
    }

    private void signUp(String email) {
        page.navigate("/sign-up");
        page.locator("#name").fill("Ana Inventada");
        page.locator("#cpf").fill(PaperNumbers.cpf(new Random()));
        page.locator("#uf").selectOption("SP");
        page.locator("#crm").fill("123456");
        page.locator("#specialty").fill("Radiologia");
        page.locator("#phone").fill("(11) 91234-5678");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("#accepted").check();
        page.locator("form.sign-up .btn-primary").click();
        assertThat(page.locator("h1")).hasText("Enviamos um e-mail para você");
    }

    /** As the link does. */
    private void confirm(String email) {
        Mailbox.link(email, 1);
        everyRow.sql("update account set confirmed_at = now() where email = ?")
                .param(email)
                .update();
        waiveSecondFactor(email);
    }

    private void waiveSecondFactor(String email) {
        everyRow.sql("update account set second_factor_waived = true where email = ?")
                .param(email)
                .update();
    }

    private void administratorGrants(String email) {
        openDesktop();
        signIn(administrator());
        assertThat(page.locator("h1")).hasText("Pedidos de credenciamento");
        check(page, "queue-desktop");
        openCase(email);
        page.locator("button[value=FOUND]").click();
        assertThat(page.locator("main")).containsText("Inscrição confere");
        Locator picture = page.locator(".paper-page").first();
        picture.scrollIntoViewIfNeeded();
        assertPainted(picture);
        check(page, "case-desktop");
        page.locator("form[action$='/granted'] button").click();
        assertThat(page.locator("main .badge").first()).hasText("Credenciado");
        openDesktop();
    }

    private void decideOver(String email, String step, String reason) {
        openDesktop();
        signIn(administrator());
        openCase(email);
        page.locator("#reason-" + step).fill(reason);
        page.locator("form[action$='/" + step + "'] button").click();
        assertThat(page.locator("main .badge").first()).hasText("Suspenso");
        check(page, "case-suspended-desktop");
        openDesktop();
    }

    private void openCase(String email) {
        UUID id = everyRow.sql("select a.id from accreditation a join account p on p.id = a.owner where p.email = ?")
                .param(email)
                .query(UUID.class)
                .single();
        page.navigate("/admin/cases/" + id);
    }

    private String administrator() {
        String email = UUID.randomUUID() + "@example.org";
        everyRow.sql("""
                        insert into account (id, kind, email, name, password_hash, language, created_at, confirmed_at, second_factor_waived)
                        values (gen_random_uuid(), 'ADMINISTRATOR', :email, 'Rui Inventado', :hash, 'pt-BR', :now, :now, true)""")
                .param("email", email)
                .param("hash", passwords.encode(PASSWORD))
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        return email;
    }

    private void signIn(String email) {
        DemonstrationDoctor.giveCredentials(page, email, PASSWORD);
        assertThat(page.locator("form[action$='/sign-out']")).isVisible();
    }

    /** A photograph of a card that nobody has. */
    private static Path carteira() throws IOException {
        BufferedImage card = new BufferedImage(900, 560, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = card.createGraphics();
        pen.setColor(new Color(0xe8f1ea));
        pen.fillRect(0, 0, 900, 560);
        pen.setColor(new Color(0x174a2c));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
        pen.drawString("CONSELHO REGIONAL INVENTADO", 60, 110);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        pen.drawString("Ana Inventada", 60, 220);
        pen.drawString("CRM/SP 123456", 60, 290);
        pen.dispose();
        Path file = folder.resolve("carteira.png");
        ImageIO.write(card, "png", file.toFile());
        return file;
    }

    private static Path note() throws IOException {
        return Files.writeString(folder.resolve("certificado.pdf"), "<html>this is no document</html>");
    }
}

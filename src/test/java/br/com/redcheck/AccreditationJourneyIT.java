package br.com.redcheck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.account.Mailbox;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.person.PaperNumbers;
import br.com.redcheck.platform.database.EveryRow;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * From the sign-up form to the first upload, in a real browser, at a desk and on a phone. Screenshots lie in target/screenshots. The
 * second factor, which has tests of its own, is waived here.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccreditationJourneyIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final double PAINTING_MS = 60_000;
    private static final String PASSWORD = "uma frase longa e rara";

    private static Chromium chromium;

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    EveryRow everyRow;

    @BeforeEach
    void spareTheSecondFactor() {
        TestPeople.spareTheSecondFactor(everyRow);
    }

    @Autowired
    PasswordEncoder passwords;

    private BrowserContext context;
    private Page page;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        Mailbox.announce(properties);
    }

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.startFor(AccreditationJourneyIT.class);
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openDesktop() {
        open(1280, 860);
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void aDoctorSignsUpShowsPapersIsGrantedAndSuspended() throws IOException {
        String email = UUID.randomUUID() + "@example.org";
        signUp(email);
        page.navigate(address(Mailbox.link(email, 1)));
        page.locator("#password").fill(PASSWORD);
        page.locator("form .btn-primary").click();
        waiveSecondFactor(email);

        signIn(email);
        assertThat(page.locator(".standing-banner")).containsText("Em análise");
        assertThat(page.locator("#upload")).isHidden();
        shoot("shelf-requested-desktop");
        page.navigate(address("/accreditation"));
        assertThat(page.locator("#papers")).isEnabled();
        page.locator("#papers").setInputFiles(new Path[] {carteira(), note()});
        assertThat(page.locator("#evidence-problems .refused"))
                .containsText("JPEG nem PNG", new ContainsTextOptions().setTimeout(PAINTING_MS));
        page.reload();
        assertThat(page.locator(".papers li")).hasCount(1);
        assertPainted(page.locator(".papers img"));
        shoot("accreditation-desktop");
        assertAccessible();

        administratorGrants(email);
        signIn(email);
        assertThat(page.locator(".standing-banner")).hasCount(0);
        assertThat(page.locator("#files")).isEnabled();

        decideOver(email, "suspended", "O CRM consta como cancelado. Envie a certidão de regularidade.");
        signIn(email);
        assertThat(page.locator(".standing-banner")).containsText("O CRM consta como cancelado.");
        assertThat(page.locator("#upload")).isHidden();
        shoot("shelf-suspended-desktop");
        assertAccessible();
        page.navigate(address("/accreditation"));
        shoot("accreditation-suspended-desktop");
    }

    @Test
    void theFormAsksWhatIsNeededAndSaysWhatIsWrong() throws IOException {
        page.navigate(address("/sign-up"));
        assertThat(page.locator("#cpf")).isVisible();
        assertThat(page.locator("#cnpj")).isHidden();
        shoot("sign-up-desktop");
        assertAccessible();
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
        shoot("sign-up-wrong-desktop");
        assertAccessible();
        for (String text : List.of("terms", "privacy")) {
            page.navigate(address("/" + text));
            assertThat(page.locator(".legal h1")).isVisible();
            shoot(text + "-desktop");
            assertAccessible();
        }
    }

    @Test
    void aPhoneShowsTheSame() throws IOException {
        context.close();
        open(360, 780);
        for (String path : List.of("sign-up", "terms", "privacy", "sign-up/sent")) {
            page.navigate(address("/" + path));
            shootAndCheckWidth(path.replace('/', '-') + "-phone");
        }
        String email = UUID.randomUUID() + "@example.org";
        signUp(email);
        confirm(email);
        signIn(email);
        page.navigate(address("/accreditation"));
        assertThat(page.locator("#papers")).isEnabled();
        page.locator("#papers").setInputFiles(carteira());
        assertThat(page.locator(".papers li")).hasCount(1, new HasCountOptions().setTimeout(PAINTING_MS));
        shootAndCheckWidth("accreditation-phone");
        assertAccessible();

        context.close();
        open(360, 780);
        signIn(administrator());
        shootAndCheckWidth("queue-phone");
        openCase(email);
        shootAndCheckWidth("case-phone");
    }

    private void signUp(String email) {
        page.navigate(address("/sign-up"));
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
        anotherDesk();
        signIn(administrator());
        assertThat(page.locator("h1")).hasText("Pedidos de credenciamento");
        shoot("queue-desktop");
        assertAccessible();
        openCase(email);
        page.locator("button[value=FOUND]").click();
        assertThat(page.locator("main")).containsText("Inscrição confere");
        Locator picture = page.locator(".paper-page").first();
        picture.scrollIntoViewIfNeeded();
        assertPainted(picture);
        shoot("case-desktop");
        assertAccessible();
        page.locator("form[action$='/granted'] button").click();
        assertThat(page.locator("main .badge").first()).hasText("Credenciado");
        anotherDesk();
    }

    private void decideOver(String email, String step, String reason) {
        anotherDesk();
        signIn(administrator());
        openCase(email);
        page.locator("#reason-" + step).fill(reason);
        page.locator("form[action$='/" + step + "'] button").click();
        assertThat(page.locator("main .badge").first()).hasText("Suspenso");
        shoot("case-suspended-desktop");
        anotherDesk();
    }

    private void openCase(String email) {
        UUID id = everyRow.sql("select a.id from accreditation a join account p on p.id = a.owner where p.email = ?")
                .param(email)
                .query(UUID.class)
                .single();
        page.navigate(address("/admin/cases/" + id));
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
        page.navigate(address("/sign-in"));
        page.locator("#username").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("form .btn-primary").click();
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

    /** The next person sits down; nobody is signed in. */
    private void anotherDesk() {
        context.close();
        open(1280, 860);
    }

    private void open(int width, int height) {
        context = chromium.browser().newContext(new NewContextOptions().setViewportSize(width, height));
        page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError(error);
        });
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void assertPainted(Locator image) {
        assertThat(image).isVisible();
        image.evaluate("img => img.decode()");
        assertThat((int) image.evaluate("img => img.naturalWidth")).isPositive();
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

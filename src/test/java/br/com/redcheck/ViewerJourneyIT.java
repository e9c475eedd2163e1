package br.com.redcheck;

import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.exam.Picture;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a doctor does in the viewer, in a real browser. Screenshots lie in target/screenshots. */
class ViewerJourneyIT extends Journey {
    private static final Path PHI = Path.of("src/test/resources/phi");
    private static final Pattern PIXEL = Pattern.compile("x (\\d+) · y (\\d+) · valor (-?\\d+)(?: · (-?[\\d,]+) HU)?");

    @Autowired
    ObjectMapper json;

    private final List<String> complaints = new ArrayList<>();
    private Page page;
    private DemonstrationDoctor doctor;

    @BeforeEach
    void openDesktop() {
        open(CHROMIUM.open(port, new NewContextOptions().setViewportSize(1440, 900)));
    }

    @AfterEach
    void theBrowserHadNothingToComplainOf() {
        assertThat(complaints)
                .as("errors in the browser, such as what the policy forbids")
                .isEmpty();
    }

    @Test
    void aCtIsLookedThroughMeasuredAndFoundAgain() throws IOException {
        view(PHI.resolve("ct_series_02.zip"));
        assertThat(pane(".place")).hasText("31 de 60");
        assertThat(pane(".view")).containsText("L 1500 · C -600");
        check(page, "viewer-ct");

        hover(0.5, 0.5);
        page.mouse().wheel(0, 100);
        assertThat(pane(".place")).hasText("32 de 60");
        page.keyboard().press("Home");
        assertThat(pane(".place")).hasText("1 de 60");
        page.keyboard().press("PageDown");
        assertThat(pane(".place")).hasText("11 de 60");
        page.keyboard().press("2");
        assertThat(pane(".view")).containsText("L 400 · C 40");
        page.locator("[data-preset=lung]").click();
        assertThat(pane(".view")).containsText("L 1500 · C -600");

        page.locator("[data-tool=LENGTH]").click();
        drag(0.4, 0.4, 0.6, 0.4);
        Locator measure = page.locator("#measures li[data-state=saved]");
        assertThat(measure).hasText(Pattern.compile("Distância\\d+,\\d mm×"));
        String drawn = measure.textContent();

        page.reload();
        page.locator("body[data-ready]").waitFor();
        page.locator("#measures .go").click();
        assertThat(pane(".place")).hasText("11 de 60");
        assertThat(page.locator("#measures li")).hasText(drawn);
        check(page, "viewer-ct-measure");
        page.locator("#measures .remove").click();
        assertThat(page.locator("#measures li")).hasCount(0);
        page.waitForTimeout(500);
        page.reload();
        page.locator("body[data-ready]").waitFor();
        assertThat(page.locator("#measures li")).hasCount(0);
    }

    @Test
    void theHeatMapIsALayerAndItsSlicesAreOneClickAway() throws IOException {
        view(PHI.resolve("ct_series_02.zip"));
        assertThat(page.locator(".probability")).hasText(Pattern.compile("\\d+,\\d%"));
        assertThat(page.locator("#result")).containsText("Apoio à decisão, não diagnóstico.");
        assertThat(page.locator("#result")).containsText("não generaliza");

        Locator weightiest = page.locator(".weighed button").first();
        String slice = weightiest.textContent().replaceAll("Corte (\\d+) .*", "$1");
        weightiest.click();
        assertThat(pane(".place")).hasText(slice + " de 60");
        assertThat(page.locator(".weights rect.current")).hasCount(1);
        int coloured = coloured();
        assertThat(coloured).isPositive();

        page.locator("#heat-threshold").fill("90");
        assertThat(coloured()).isLessThan(coloured);
        page.locator("#heat-shown").uncheck();
        assertThat(coloured()).isZero();
        page.keyboard().press("m");
        assertThat(coloured()).isPositive();
        page.locator("#pane-main-stage").press("Home");
        assertThat(page.locator("#pane-main .no-map")).isVisible();
    }

    @Test
    void theValueUnderTheCursorIsThatOfTheFile() throws IOException {
        view(PHI.resolve("ct_series_02.zip"));
        PixelData slice = shown(30);
        for (double place : new double[] {0.35, 0.45, 0.5, 0.57, 0.66}) {
            hover(place, 1 - place);
            Matcher pixel = pixel();
            int at = Integer.parseInt(pixel.group(2)) * slice.columns() + Integer.parseInt(pixel.group(1));
            assertThat(Double.parseDouble(pixel.group(4).replace(',', '.')))
                    .isCloseTo(slice.gray(0).values()[at], within(0.05));
            assertThat(Integer.parseInt(pixel.group(3)))
                    .isEqualTo(slice.frame(0).samples()[at]);
        }
    }

    @Test
    void aFilmLooksAsTheNetworkSawIt() throws IOException {
        view(PHI.resolve("dx/phi_12.dcm"));
        page.locator("#heat-shown").uncheck();
        page.waitForTimeout(300);
        check(page, "viewer-film");
        BufferedImage expected = Picture.of(object(0), 0);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                page.locator("#pane-main .cornerstone-canvas").screenshot()));

        assertThat(correlation(expected, shown)).isGreaterThan(0.95);
        page.locator("#invert").click();
        page.waitForTimeout(300);
        shown = ImageIO.read(new ByteArrayInputStream(
                page.locator("#pane-main .cornerstone-canvas").screenshot()));
        assertThat(correlation(expected, shown)).isLessThan(-0.5);
    }

    @Test
    void theKeyboardIsEnough() throws IOException {
        view(PHI.resolve("dx/phi_12.dcm"));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#pane-main-stage")).isFocused();
        page.keyboard().press("a");
        assertThat(page.locator("[data-tool=ANGLE]")).hasAttribute("aria-pressed", "true");
        for (String key :
                List.of("Shift+ArrowRight", "Enter", "Shift+ArrowDown", "Enter", "Shift+ArrowLeft", "Enter")) {
            page.keyboard().press(key);
        }
        assertThat(page.locator("#measures li[data-state=saved]")).hasText("Ângulo90,0°×");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        check(page, "viewer-keys");
        page.keyboard().press("Escape");
        page.locator("#measures .remove").press("Enter");
        assertThat(page.locator("#measures li")).hasCount(0);
    }

    @Test
    void aPhoneShowsTheSame() throws IOException {
        open(CHROMIUM.phone(port));
        view(PHI.resolve("ct_series_02.zip"));
        check(page, "viewer-phone");
        assertThat(pane(".place")).hasText("31 de 60");
        page.locator("#pane-main .slice").fill("4");
        assertThat(pane(".place")).hasText("5 de 60");
        page.locator(".weighed button").first().scrollIntoViewIfNeeded();
        assertThat(page.locator(".caution")).containsText("não diagnóstico");

        page.navigate(page.url() + "?lang=en");
        page.locator("body[data-ready]").waitFor();
        assertThat(page.locator(".caution")).hasText("Support for a decision, not a diagnosis.");
        assertThat(pane(".place")).hasText("31 of 60");
    }

    private void open(Page opened) {
        page = opened;
        doctor = new DemonstrationDoctor(page, home.folder());
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** Signs in, sends a file, waits until it is read, and opens it in the viewer. */
    private void view(Path file) throws IOException {
        doctor.signIn();
        doctor.send(file);
        doctor.awaitResult();
        page.getByText("Abrir no visualizador").click();
        page.locator("body[data-ready]").waitFor();
        assertThat(page.locator("#pane-main")).hasAttribute("data-state", "shown");
    }

    private Locator pane(String part) {
        return page.locator("#pane-main " + part);
    }

    private void hover(double right, double down) {
        BoundingBox box = page.locator("#pane-main-stage").boundingBox();
        page.mouse().move(box.x + right * box.width, box.y + down * box.height);
    }

    private void drag(double right, double down, double toRight, double toDown) {
        hover(right, down);
        page.mouse().down();
        hover((right + toRight) / 2, (down + toDown) / 2);
        hover(toRight, toDown);
        page.mouse().up();
    }

    private Matcher pixel() {
        Matcher pixel = PIXEL.matcher(pane(".pixel").textContent());
        assertThat(pixel.matches()).as(pane(".pixel").textContent()).isTrue();
        return pixel;
    }

    /** How many points of the layer are not transparent. */
    private int coloured() {
        return (int) page.locator("#pane-main .heat").evaluate("""
                layer => layer.getContext('2d').getImageData(0, 0, layer.width, layer.height)
                        .data.filter((value, i) => i % 4 === 3 && value > 0).length""");
    }

    private PixelData shown(int index) throws IOException {
        return PixelData.of(object(index), DicomLimits.defaults());
    }

    /** The image that the viewer was given for a place in the first series. */
    private DicomObject object(int index) throws IOException {
        String exam = page.url().replaceAll(".*/exams/([^/]+)/viewer.*", "$1");
        JsonNode outline = json.readTree(
                page.context().request().get("/exams/" + exam + "/outline").body());
        String image = outline.at("/series/0/images/" + index + "/id").asString();
        byte[] bytes = page.context()
                .request()
                .get("/exams/" + exam + "/images/" + image + ".dcm")
                .body();
        return DicomObject.read(new ByteArrayInputStream(bytes), DicomLimits.defaults());
    }

    /** How alike two pictures are, 1 for the same light at the same places; one fills the middle of the other. */
    private static double correlation(BufferedImage expected, BufferedImage shown) {
        double scale = Math.min(
                (double) shown.getWidth() / expected.getWidth(), (double) shown.getHeight() / expected.getHeight());
        double left = (shown.getWidth() - scale * expected.getWidth()) / 2;
        double top = (shown.getHeight() - scale * expected.getHeight()) / 2;
        int steps = 64;
        double[] x = new double[steps * steps];
        double[] y = new double[steps * steps];
        for (int i = 0; i < x.length; i++) {
            double right = (i % steps + 0.5) / steps * expected.getWidth();
            double down = (i / steps + 0.5) / steps * expected.getHeight();
            x[i] = expected.getRaster().getSample((int) right, (int) down, 0);
            y[i] = shown.getRaster().getSample((int) (left + scale * right), (int) (top + scale * down), 0);
        }
        return correlation(x, y);
    }

    private static double correlation(double[] x, double[] y) {
        double n = x.length;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            sx += x[i];
            sy += y[i];
            sxx += x[i] * x[i];
            syy += y[i] * y[i];
            sxy += x[i] * y[i];
        }
        return (n * sxy - sx * sy) / Math.sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
    }
}

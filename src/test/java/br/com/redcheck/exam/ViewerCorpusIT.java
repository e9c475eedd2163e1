package br.com.redcheck.exam;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.Chromium;
import br.com.redcheck.DemonstrationDoctor;
import br.com.redcheck.SharedData;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Frame;
import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.dicom.PixelData;
import br.com.redcheck.dicom.PixelReference;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.Refusal;
import br.com.redcheck.platform.database.EveryRow;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Every file of {@code data/dicom} that can be de-identified is put in front of the viewer, chest or not, each as a series of one exam;
 * what it says of the pixel in the middle is compared with what our own decoder says, and all samples of the image that it was given with
 * {@code pixels.csv}, what another decoder says of the file that was sent.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "covid-dicom.intake.quiet=1d")
class ViewerCorpusIT {
    private static final Path DIFFERENCES = Path.of("src/test/resources/dicom/viewer-differences.md");
    private static final Path REPORT = Path.of("target/viewer-index.md");
    private static final String AS_SENT = "all samples as sent";
    private static final Pattern PIXEL = Pattern.compile(
            "x (\\d+) · y (\\d+) · (?:valor (-?[\\d,]+)(?: · (-?[\\d,]+) \\S*)?|R (\\d+) · G (\\d+) · B (\\d+))");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Home home;

    @Autowired
    EveryRow everyRow;

    @Autowired
    ExamIntake intake;

    @Autowired
    ExamShelf shelf;

    private final DicomLimits limits = DicomLimits.defaults();
    private final Map<String, String> report = new TreeMap<>();
    private OwnerId owner;

    /** A file on the shelf. */
    private record Sent(UUID series, UUID image, int frames, String syntax) {}

    @BeforeEach
    void findDoctor() {
        owner = new OwnerId(everyRow.sql("select id from account where kind = 'DOCTOR'")
                .query(UUID.class)
                .single());
    }

    @Test
    void whatCanBeDeidentifiedCanBeSeen() throws IOException {
        Path folder = SharedData.folder().resolve("dicom");
        Map<String, Sent> sent = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            send(folder.relativize(file).toString(), file, sent);
        }
        Page page = CHROMIUM.open(port, new NewContextOptions().setViewportSize(1280, 860));
        new DemonstrationDoctor(page, home.folder()).signIn();
        page.navigate("/exams/" + exam() + "/viewer");
        page.locator("body[data-ready]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        Map<String, PixelReference> references = PixelReference.in(folder);
        sent.forEach((name, image) -> report.put(
                name, image.syntax() + " | " + look(page, image) + " | " + asSent(references.get(name), image)));
        Files.writeString(
                REPORT,
                report.entrySet().stream()
                        .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |\n")
                        .collect(Collectors.joining()));

        assertThat(sent).hasSizeGreaterThan(200);
        assertThat(notAlike()).isEqualTo(known());
        assertThat(syntaxesSeenAsSent()).hasSizeGreaterThanOrEqualTo(5);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }

    /** Each file becomes a series of its own, all of one patient's study. */
    private void send(String name, Path file, Map<String, Sent> sent) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DicomObject object = DicomObject.read(in, limits);
            Receipt receipt = intake.receive(owner, new ByteArrayInputStream(ofOneStudy(object, report.size() + 1)))
                    .get(0);
            if (receipt.outcome() != Receipt.Outcome.STORED) {
                report.put(
                        name,
                        object.transferSyntax().uid() + " | refused, "
                                + receipt.reason().map(Receipt.Reason::key).orElse("set aside"));
                return;
            }
            Sent image = everyRow.sql("select series_id, id, frames from instance order by received_at desc limit 1")
                    .query((row, number) -> new Sent(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            object.transferSyntax().uid()))
                    .single();
            report.put(name, "");
            sent.put(name, image);
        } catch (Refusal refusal) {
            report.put(name, "| refused, " + refusal.key());
        }
    }

    private static byte[] ofOneStudy(DicomObject object, int number) throws IOException {
        Map.of(
                        Tag.STUDY_INSTANCE_UID, "1.2.3",
                        Tag.SERIES_INSTANCE_UID, "1.2.3." + number,
                        Tag.SOP_INSTANCE_UID, "1.2.3.4." + number)
                .forEach((tag, uid) -> object.dataSet().putString(tag, Vr.UI, uid));
        object.dataSet().putString(Tag.PATIENT_ID, Vr.LO, "1");
        object.dataSet().remove(Tag.ISSUER_OF_PATIENT_ID);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        object.writeTo(out);
        return out.toByteArray();
    }

    private String exam() {
        return everyRow.sql("select id from exam").query(UUID.class).single().toString();
    }

    private String look(Page page, Sent image) {
        page.locator("#series button[data-series='%s']".formatted(image.series()))
                .evaluate("button => button.click()");
        Locator pane = page.locator("#pane-main[data-series='%s']".formatted(image.series()));
        pane.locator("xpath=self::*[@data-state='shown' or @data-state='failed']")
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        if (pane.getAttribute("data-state").equals("failed")) {
            return "not shown";
        }
        BoundingBox stage = page.locator("#pane-main-stage").boundingBox();
        page.mouse().move(stage.x + stage.width / 2 - 2, stage.y + stage.height / 2 - 2);
        page.mouse().move(stage.x + stage.width / 2, stage.y + stage.height / 2);
        Matcher pixel = PIXEL.matcher(pane.locator(".pixel").textContent());
        return pixel.find() ? compared(pixel, image) : "not shown, no pixel in the middle";
    }

    private String compared(Matcher pixel, Sent image) {
        PixelData pixels = shelf.open(owner, image.image(), open -> PixelData.of(open, limits));
        int frame = image.frames() / 2;
        int at = Integer.parseInt(pixel.group(2)) * pixels.columns() + Integer.parseInt(pixel.group(1));
        if (pixel.group(5) != null) {
            return colour(pixel, pixels.rgb(frame), at);
        }
        GrayFrame gray = pixels.gray(frame);
        double expected = gray.values()[at];
        double shown = number(pixel.group(pixel.group(4) == null ? 3 : 4));
        return Math.abs(expected - shown) <= 0.051
                ? "shown, pixel equal"
                : "shown, pixel differs: " + shown + " for " + expected + " at " + pixel.group();
    }

    /** Whether the viewer was given, sample for sample, what was sent. */
    private String asSent(@Nullable PixelReference reference, Sent image) {
        if (reference == null || !reference.exact()) {
            return "no exact samples to compare with";
        }
        PixelData pixels = shelf.open(owner, image.image(), open -> PixelData.of(open, limits));
        return reference.difference(pixels).isEmpty() ? AS_SENT : "masked, or decoded otherwise";
    }

    /** The transfer syntaxes of files whose pixel under the cursor is right and whose samples are those of the reference. */
    private Set<String> syntaxesSeenAsSent() {
        return report.values().stream()
                .filter(row -> row.contains("shown, pixel equal") && row.endsWith(AS_SENT))
                .map(row -> row.split(" ")[0])
                .collect(Collectors.toSet());
    }

    /** Decoders of lossy JPEG, and conversions from YBR, may round another way. */
    private static String colour(Matcher pixel, Frame rgb, int at) {
        long most = 0;
        for (int part = 0; part < 3; part++) {
            long expected = Integer.toUnsignedLong(rgb.samples()[3 * at + part]);
            most = Math.max(most, Math.abs(expected - Long.parseLong(pixel.group(5 + part))));
        }
        return most <= 4 ? "shown, colour equal" : "shown, colour differs by " + most + " at " + pixel.group();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    /** Files that are not shown, or whose pixel in the middle differs. */
    private Set<String> notAlike() {
        return report.entrySet().stream()
                .filter(row ->
                        row.getValue().contains("not shown") || row.getValue().contains("differs"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> known() throws IOException {
        return Files.readAllLines(DIFFERENCES).stream()
                .filter(line -> line.startsWith("| ") && line.contains(".dcm"))
                .map(line -> line.split(" *\\| *")[1])
                .collect(Collectors.toSet());
    }

    /** Here everything is welcome. */
    @TestConfiguration(proxyBeanMethods = false)
    static class EverythingIsWelcome {
        @Bean
        @Primary
        Admission admission() {
            return image -> {};
        }
    }
}

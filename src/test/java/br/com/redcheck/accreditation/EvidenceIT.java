package br.com.redcheck.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Administrator;
import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.Oversight;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.vault.BlobGone;
import br.com.redcheck.vault.Vault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Papers are what they are by content, lie under the key of their case, and are looked at as pictures that we painted. */
@SpringBootTest
@AutoConfigureMockMvc
class EvidenceIT {
    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    Oversight oversight;

    @Autowired
    Cases cases;

    @Autowired
    EvidenceFiles files;

    @Autowired
    Vault vault;

    private Administrator administrator;
    private Doctor doctor;

    @BeforeEach
    void makeDoctor() {
        administrator = TestPeople.administrator(database);
        doctor = TestDoctors.register(database);
    }

    @Test
    void aDocumentBecomesAPictureForEachPage() throws Exception {
        send(Papers.pdf(3)).andExpect(status().isNoContent());

        EvidenceFile file = only();
        assertThat(file.kind()).isEqualTo(PaperKind.PDF);
        assertThat(file.pages()).hasSize(3);
        BufferedImage page = picture(file, 2);
        assertThat(Math.max(page.getWidth(), page.getHeight())).isBetween(1_799, 1_801);
        assertThat(Papers.darkPixels(page)).as("there are letters on the page").isGreaterThan(500);
        browser.perform(get(path(file, 4)).with(TestPeople.signedIn(administrator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aPhotographIsTurnedAsTheCameraWasHeld() throws Exception {
        send(Papers.jpeg(400, 200, 6)).andExpect(status().isNoContent());

        BufferedImage page = picture(only(), 1);
        assertThat(page.getWidth()).isEqualTo(200);
        assertThat(page.getHeight()).isEqualTo(400);
        assertThat(Papers.isDark(page, 100, 50))
                .as("what the sensor had at the left is at the top")
                .isTrue();
        assertThat(Papers.isDark(page, 100, 350)).isFalse();
    }

    @Test
    void aScanInPngIsTakenTooAndAFileOfManyKindsShowsNoneButItsPixels() throws Exception {
        String script = "<html><script>alert(1)</script></html>";
        send(Papers.followedBy(Papers.png(300, 300), script)).andExpect(status().isNoContent());

        EvidenceFile file = only();
        byte[] page = bytes(path(file, 1));
        assertThat(new String(page, StandardCharsets.ISO_8859_1))
                .startsWith("\u00ff\u00d8\u00ff")
                .doesNotContain("script");
        browser.perform(get(originalOf(file)).with(TestPeople.signedIn(administrator)))
                .andExpect(content().contentType(MediaType.IMAGE_PNG))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andExpect(header().string("Content-Security-Policy", "sandbox; default-src 'none'"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void whatIsNoPaperIsRefusedByName() throws Exception {
        refused("<html>not a document</html>".getBytes(StandardCharsets.UTF_8), "kind");
        refused(
                ("<script>x</script>\n" + new String(Papers.pdf(1), StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1),
                "kind");
        refused(new byte[0], "kind");
        refused("%PDF-1.7 and then nothing".getBytes(StandardCharsets.UTF_8), "broken");
        refused(Papers.lockedPdf(), "broken");
        refused(Papers.pngThatSaysItIs(60_000, 60_000), "broken");
        refused(Papers.pdf(21), "too-many-pages");
        refused(new byte[(10 << 20) + 1], "too-large");
        assertThat(all()).isEmpty();
    }

    @Test
    void thereAreTenAtMostUntilADecision() throws Exception {
        byte[] paper = Papers.png(10, 10);
        for (int i = 0; i < 10; i++) {
            send(paper).andExpect(status().isNoContent());
        }
        send(paper)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("refusal.too-much-evidence"));
    }

    @Test
    void papersLieUnderTheKeyOfTheCaseAndNotOfTheDoctor() throws Exception {
        send(Papers.png(10, 10)).andExpect(status().isNoContent());
        EvidenceFile file = only();

        assertThat(keys(doctor.owner().value()))
                .as("no key of the doctor's was needed")
                .isZero();
        assertThat(keys(caseOf().value())).isOne();
        assertThatThrownBy(() -> vault.open(doctor.owner(), file.blob())).isInstanceOf(BlobGone.class);
    }

    @Test
    void anotherDoctorsPapersDoNotExist() throws Exception {
        send(Papers.png(10, 10)).andExpect(status().isNoContent());
        EvidenceFile file = only();
        Doctor other = TestDoctors.register(database);

        String own = "/accreditation/evidence/" + file.id() + "/1.jpg";
        browser.perform(get(own).with(user(doctor))).andExpect(status().isOk());
        browser.perform(get(own).with(user(other))).andExpect(status().isNotFound());
        browser.perform(get(path(file, 1)).with(user(other))).andExpect(status().isForbidden());
        browser.perform(post("/accreditation/evidence/" + file.id() + "/removed")
                        .with(user(other))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void aPaperMayBeTakenBackUntilTheDecision() throws Exception {
        send(Papers.png(10, 10)).andExpect(status().isNoContent());
        EvidenceFile file = only();
        String removal = "/accreditation/evidence/" + file.id() + "/removed";
        browser.perform(post(removal).with(user(doctor)).with(csrf())).andExpect(status().isConflict());

        everyRow.sql("update accreditation set standing = 'REQUESTED', until = null where owner = ?")
                .param(doctor.owner().value())
                .update();
        browser.perform(post(removal).with(user(doctor)).with(csrf())).andExpect(status().is3xxRedirection());

        assertThat(all()).isEmpty();
        assertThatThrownBy(() -> vault.open(caseOf().key(), file.blob())).isInstanceOf(BlobGone.class);
    }

    @Test
    void whoLooksAtAPaperIsOnRecord() throws Exception {
        send(Papers.png(10, 10)).andExpect(status().isNoContent());
        bytes(path(only(), 1));

        List<String> audited = everyRow.sql("select action from audit_entry where owner = ? order by number")
                .param(doctor.owner().value())
                .query(String.class)
                .list();
        assertThat(audited).containsExactly("evidence.added", "evidence.read");
    }

    private ResultActions send(byte[] paper) throws Exception {
        return browser.perform(post("/accreditation/evidence")
                .with(user(doctor))
                .with(csrf())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(paper));
    }

    private void refused(byte[] paper, String why) throws Exception {
        send(paper)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value(containsString(".unreadable-evidence." + why)));
    }

    private CaseId caseOf() {
        return oversight.look(() -> cases.find(doctor.owner())).orElseThrow().id();
    }

    private List<EvidenceFile> all() {
        CaseId id = caseOf();
        return oversight.look(() -> files.of(id));
    }

    private EvidenceFile only() {
        List<EvidenceFile> all = all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String path(EvidenceFile file, int page) {
        return "/admin/cases/" + caseOf() + "/evidence/" + file.id() + "/" + page + ".jpg";
    }

    private String originalOf(EvidenceFile file) {
        return "/admin/cases/" + caseOf() + "/evidence/" + file.id() + "/original";
    }

    private byte[] bytes(String path) throws Exception {
        return browser.perform(get(path).with(TestPeople.signedIn(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private BufferedImage picture(EvidenceFile file, int page) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(bytes(path(file, page))));
    }

    private int keys(UUID owner) {
        return everyRow.sql("select count(*) from vault_key where owner = ?")
                .param(owner)
                .query(Integer.class)
                .single();
    }
}

package br.com.redcheck;

import static br.com.redcheck.Pages.check;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.platform.database.EveryRow;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The page that sends says what is missing and what it leaves out, and why. */
class SendingPageIT extends Journey {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    /** Announces files that never come. */
    private static final String ANNOUNCE = """
            async count => {
                const { ask } = await import('/js/session.js');
                const key = () => Array.from(crypto.getRandomValues(new Uint8Array(32)), b => b.toString(16).padStart(2, '0')).join('');
                const files = Array.from({ length: count }, () => ({ key: key(), length: 1000 }));
                const body = JSON.stringify({ urgent: false, closed: true, files });
                const answer = await ask('/exams/sendings', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
                if (!answer.ok) {
                    throw new Error(await answer.text());
                }
            }""";

    /** Drops a folder of which the browser cannot open one file. */
    private static final String DROP = """
            () => {
                const file = (name, open) => ({ isFile: true, fullPath: `/cd/${name}`, file: open });
                const note = new File(['no image'], 'note.txt', { lastModified: 1 });
                const entries = [
                    file('IM0001', (found, failed) => failed(new DOMException('', 'NotReadableError'))),
                    file('note.txt', found => found(note)),
                ];
                const read = () => found => found(entries.splice(0));
                const folder = { isFile: false, fullPath: '/cd', createReader: () => ({ readEntries: read() }) };
                const drop = new Event('drop', { cancelable: true });
                drop.dataTransfer = { items: [{ webkitGetAsEntry: () => folder }] };
                document.getElementById('upload').dispatchEvent(drop);
            }""";

    @Autowired
    EveryRow everyRow;

    @TempDir
    Path folder;

    private Page page;
    private Doctor ana;

    @BeforeEach
    void signIn() {
        page = CHROMIUM.desktop(port);
        ana = registerDoctor();
        signIn(page, ana);
    }

    @Test
    void whatIsUnfinishedStaysOnThePageBeforeWhatIsDone() {
        new DemonstrationDoctor(page, home.folder()).send(FILM);
        page.navigate("/exams"); // the exam's own page loads itself anew when the reading is there
        page.evaluate(ANNOUNCE, 840);
        page.evaluate(ANNOUNCE, 7);

        page.navigate("/exams");
        assertThat(page.locator(".sending")).hasCount(3);
        assertThat(page.locator(".sending [data-part=status]"))
                .containsText(new String[] {"Faltam 7 arquivos", "Faltam 840 arquivos", "Concluído"});
        assertThat(page.locator("#sendings-missing")).containsText("Há 2 envios por terminar; faltam 847 arquivos");
        check(page, "sending-unfinished-desktop");
        page.setViewportSize(360, 780);
        page.navigate("/exams?lang=en");
        assertThat(page.locator("#sendings-missing")).containsText("2 sendings are unfinished");
        check(page, "sending-unfinished-english-phone");

        page.onDialog(sure -> sure.accept());
        page.locator(".sending [data-part=cancel]").first().click();
        assertThat(page.locator("#sendings-missing")).isHidden();
        assertThat(page.locator(".sending [data-part=status]").first()).containsText("840 files are missing");
    }

    @Test
    void whatCannotBeAnImageIsNamedBeforeAnythingIsSent() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.dcm"));
        Path disc = sparse("cd.iso", 40_000, 16 * 2048 + 1, "CD001");
        Path large = sparse("large.dcm", 600 << 20, 128, "DICM");
        assertThat(page.locator("#files")).isEnabled();
        page.locator("#files").setInputFiles(new Path[] {empty, disc, large, FILM});

        assertThat(page.locator("#left-out li"))
                .containsText(
                        new String[] {"Este arquivo está vazio", "imagem de um CD ou DVD", "o limite é de 512 MB"});
        assertThat(page.locator(".sending .file-states")).containsText("1 limpos e selados");
        check(page, "sending-left-out-desktop");
        page.setViewportSize(360, 780);
        check(page, "sending-left-out-phone");
    }

    @Test
    void aFileThatTheBrowserCannotOpenIsNamedAndTheRestOfItsFolderIsSent() {
        assertThat(page.locator("#files")).isEnabled();
        page.evaluate(DROP);

        assertThat(page.locator("#left-out")).containsText("cd/IM0001");
        assertThat(page.locator(".sending .problems")).containsText("note.txt");
    }

    @Test
    void whereNoRoomIsLeftTheOldestUnfinishedSendingIsTakenBack() {
        page.evaluate(ANNOUNCE, 1);
        everyRow.sql("update sent_file set length = 100::bigint << 30 where owner = ?")
                .param(ana.owner().value())
                .update();
        page.reload();
        choose(FILM);
        assertThat(page.locator("#sending-notice")).containsText("restam 0 MB");
        page.setViewportSize(360, 780);
        check(page, "sending-over-quota-phone");

        page.locator("#take-back button").click();
        assertThat(page.locator("#take-back")).isHidden();
        choose(FILM);
        assertThat(page.locator(".facts")).isVisible(); // the exam has opened by itself
    }

    @Test
    void filesChosenWithoutANetworkSetOutWhenItIsBack() {
        assertThat(page.locator("#files")).isEnabled(); // the page listens
        page.context().setOffline(true);
        choose(FILM);
        assertThat(page.locator("#sending-notice")).containsText("continua sozinho quando a rede voltar");

        page.context().setOffline(false);
        assertThat(page.locator(".facts")).isVisible();
    }

    private void choose(Path file) {
        assertThat(page.locator("#files")).isEnabled();
        page.locator("#files").setInputFiles(file);
    }

    /** A file of which little is on the disk: zeros, and a text somewhere. */
    private Path sparse(String name, long length, int at, String text) throws IOException {
        Path path = folder.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
            file.seek(at);
            file.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return path;
    }
}

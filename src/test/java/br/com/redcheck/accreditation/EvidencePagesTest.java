package br.com.redcheck.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.platform.PaperKind;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import br.com.redcheck.platform.overload.TooBusy;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class EvidencePagesTest {
    private final Places places = new Places(Duration.ofMillis(100));
    private final EvidencePages pages = new EvidencePages(places);
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @AfterEach
    void letGo() {
        end.complete(null);
        SecurityContextHolder.clearContext();
    }

    @Test
    void whileAllChildrenPaintTheAnswerIsNoAndNotSilence() throws Exception {
        paintAs("ana");
        paintAs("rui");

        assertThatThrownBy(() -> pages.of(PaperKind.PNG, Papers.png(10, 10))).isInstanceOf(TooBusy.class);
    }

    @Test
    void anAccountThatSendsOneFileAfterTheOtherLeavesAChildToTheOthers() throws Exception {
        paintAs("ana");
        signIn("ana");
        assertThatThrownBy(() -> pages.of(PaperKind.PNG, Papers.png(10, 10))).isInstanceOf(TooBusy.class);

        signIn("rui");
        assertThat(pages.of(PaperKind.PNG, Papers.png(10, 10))).hasSize(1);
    }

    @Test
    void aClassPathThatIsRelativeToOurFolderWillDo() throws Exception {
        String classPath = System.getProperty("java.class.path");
        Path here = Path.of("").toAbsolutePath();
        System.setProperty(
                "java.class.path",
                Stream.of(classPath.split(File.pathSeparator, -1))
                        .map(entry ->
                                here.relativize(Path.of(entry).toAbsolutePath()).toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        try {
            assertThat(pages.of(PaperKind.PNG, Papers.png(10, 10))).hasSize(1);
        } finally {
            System.setProperty("java.class.path", classPath);
        }
    }

    /** Somebody's file that is painted until the end of the test. */
    private void paintAs(String account) {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture.runAsync(
                () -> {
                    signIn(account);
                    places.in(HeavyWork.PAINTING, () -> begun.complete(null) && end.join() == null);
                },
                work -> new Thread(work).start());
        begun.join();
    }

    private static void signIn(String account) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(account, null));
    }
}

package br.com.redcheck.exam.sending;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.exam.sending.Announcement.File;
import br.com.redcheck.platform.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.unit.DataSize;

/** What is too large is refused when it is announced, before any byte of it is sent. */
class SendingLimitsTest {
    private static final long MEGABYTE = 1 << 20;

    /** Nothing is asked of the database for what was announced by itself. */
    private final SendingLimits limits = new SendingLimits(
            JdbcClient.create(new SimpleDriverDataSource()),
            new SendingSettings(
                    DataSize.ofMegabytes(600),
                    DataSize.ofGigabytes(10),
                    2000,
                    8000,
                    DataSize.ofMegabytes(8),
                    DataSize.ofGigabytes(100),
                    DataSize.ofBytes(0),
                    Duration.ofDays(7)),
            new Home(Path.of("target")));

    @Test
    void anImageMayBeAsLargeAsOneThatIsRead() {
        assertThatCode(() -> limits.check(List.of(announced(512 * MEGABYTE, false))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.check(List.of(announced(512 * MEGABYTE + 1, false))))
                .isInstanceOf(TooMuchToSend.class)
                .hasMessage("refusal.too-much-to-send.image-bytes");
    }

    @Test
    void anArchiveMayBeLarger() {
        assertThatCode(() -> limits.check(List.of(announced(600 * MEGABYTE, true))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.check(List.of(announced(600 * MEGABYTE + 1, true))))
                .hasMessage("refusal.too-much-to-send.file-bytes");
    }

    private static File announced(long length, boolean archive) {
        return new File("0".repeat(64), length, null, archive);
    }
}

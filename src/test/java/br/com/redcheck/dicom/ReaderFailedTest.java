package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What nobody foresaw becomes the refusal of one file; everything else stays what it is. */
class ReaderFailedTest {
    @Test
    void whatNobodyForesawIsARefusalAndTheLogTellsNothingOfTheFile() {
        Logger log = (Logger) LoggerFactory.getLogger(ReaderFailed.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        try {
            assertThatExceptionOfType(ReaderFailed.class)
                    .isThrownBy(() -> ReaderFailed.guarded(() -> {
                        throw new IllegalStateException("MARIA DA SILVA");
                    }))
                    .withNoCause();
        } finally {
            log.detachAppender(said);
        }

        assertThat(said.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage())
                    .contains("IllegalStateException")
                    .doesNotContain("MARIA");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    static Stream<Exception> foreseen() {
        return Stream.of(
                new UnreadableDicom(UnreadableDicom.Reason.MALFORMED),
                new UncheckedIOException(new IOException("The disk is full")),
                new IOException("The disk is full"));
    }

    @ParameterizedTest
    @MethodSource("foreseen")
    void whatIsForeseenStaysWhatItIs(Exception foreseen) {
        assertThatThrownBy(() -> ReaderFailed.guarded(() -> {
                    throw foreseen;
                }))
                .isSameAs(foreseen);
    }

    @Test
    void whatTheStreamThrowsIsNoFailureOfTheReader() {
        IllegalStateException away = new IllegalStateException("The database is away");
        InputStream stream = new InputStream() {
            @Override
            public int read() {
                throw away;
            }
        };

        assertThatThrownBy(() -> DicomObject.read(stream, DicomLimits.defaults()))
                .isSameAs(away);
    }
}

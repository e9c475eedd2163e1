package br.com.redcheck.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A browser that is closed is no fault of anybody's; everything else still is. */
class ClientGoneTest {
    @Test
    void onlyABrokenConnectionIsPassedOver() {
        assertThat(passedOver(new UncheckedIOException(new ClientAbortException("Broken pipe"))))
                .isTrue();
        assertThat(passedOver(new ClientAbortException(new EOFException()))).isTrue();
        assertThat(passedOver(new IOException("Broken pipe"))).isFalse();
        assertThat(passedOver(new EOFException())).isFalse();
    }

    private static boolean passedOver(Exception failure) {
        return new ClientGone()
                        .resolveException(new MockHttpServletRequest(), new MockHttpServletResponse(), null, failure)
                != null;
    }
}

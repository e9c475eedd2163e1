package br.com.redcheck.dicom.decoder;

import java.io.IOException;

/** The program did not give the picture that was asked for: the stream is broken, or it was stopped at a limit. */
public final class DecoderFailed extends IOException {
    private static final long serialVersionUID = 1L;

    DecoderFailed(String message) {
        super(message);
    }

    DecoderFailed(String message, IOException cause) {
        super(message, cause);
    }
}

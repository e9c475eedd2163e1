package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** More than the settings allow; said before any byte is taken. */
@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
final class TooMuchToSend extends Refusal {
    private static final long serialVersionUID = 1L;

    private TooMuchToSend(String what, Object... limit) {
        super("refusal.too-much-to-send." + what, limit);
    }

    static TooMuchToSend fileBytes(long megabytes) {
        return new TooMuchToSend("file-bytes", megabytes);
    }

    /** Of a file that is no archive. */
    static TooMuchToSend imageBytes(long megabytes) {
        return new TooMuchToSend("image-bytes", megabytes);
    }

    static TooMuchToSend bytes(long megabytes) {
        return new TooMuchToSend("bytes", megabytes);
    }

    static TooMuchToSend files(int most) {
        return new TooMuchToSend("files", most);
    }

    static TooMuchToSend openFiles(int most) {
        return new TooMuchToSend("open-files", most);
    }

    /** More bytes than the file was announced with. */
    static TooMuchToSend beyondEnd() {
        return new TooMuchToSend("beyond-end");
    }
}

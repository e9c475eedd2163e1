package br.com.redcheck.exam.sending;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Its sender has said that no more files will come; for more there is another sending. */
@ResponseStatus(HttpStatus.CONFLICT)
final class SendingClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    SendingClosed() {
        super("refusal.sending-closed");
    }
}

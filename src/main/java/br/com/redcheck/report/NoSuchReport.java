package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The asker has no such report, whether or not somebody else has. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchReport extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoSuchReport() {
        super("refusal.no-such-report");
    }
}

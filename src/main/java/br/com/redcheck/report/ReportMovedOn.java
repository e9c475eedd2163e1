package br.com.redcheck.report;

import br.com.redcheck.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is to be done with a signed report is for one that holds, and this one was replaced or withdrawn. */
@ResponseStatus(HttpStatus.CONFLICT)
class ReportMovedOn extends Refusal {
    private static final long serialVersionUID = 1L;

    ReportMovedOn() {
        super("refusal.report-moved-on");
    }
}

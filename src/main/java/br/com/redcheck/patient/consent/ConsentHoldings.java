package br.com.redcheck.patient.consent;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.PatientRemoved;
import br.com.redcheck.patient.rights.HoldsOfPatients;
import br.com.redcheck.patient.rights.PatientCopy;
import br.com.redcheck.vault.Destruction;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a patient has said and signed. The rows go with the register's; the scans are destroyed. */
@Component
@Order(50)
class ConsentHoldings implements HoldsOfPatients {
    private final Consents consents;
    private final PaperRegister register;
    private final ConsentPapers papers;
    private final Destruction destruction;

    ConsentHoldings(Consents consents, PaperRegister register, ConsentPapers papers, Destruction destruction) {
        this.consents = consents;
        this.register = register;
        this.papers = papers;
        this.destruction = destruction;
    }

    @EventListener
    void on(PatientRemoved removed) {
        destruction.of(
                removed.owner(),
                register.of(removed.owner(), removed.patient()).stream()
                        .map(ConsentPaper::blob)
                        .toList());
    }

    @Override
    public void copy(OwnerId owner, PatientId patient, PatientCopy copy) throws IOException {
        copy.json("consent/history", consents.history(owner, patient));
        for (ConsentPaper paper : register.of(owner, patient)) {
            String name = "consent/" + paper.id() + "." + paper.kind().name().toLowerCase(Locale.ROOT);
            copy.file(name, out -> {
                try (InputStream scan = papers.open(owner, patient, paper.id()).bytes()) {
                    scan.transferTo(out);
                }
            });
        }
    }
}

package br.com.redcheck.exam.sending;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ProgramSendings;
import br.com.redcheck.exam.SendingReport;
import br.com.redcheck.platform.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Lets a program send a whole file with one request, by the same way as pages send theirs in parts. */
@Service
class SendingDesk implements ProgramSendings {
    private final Sendings sendings;
    private final PartIntake parts;
    private final SealedParts sealed;
    private final SendingReports reports;

    SendingDesk(Sendings sendings, PartIntake parts, SealedParts sealed, SendingReports reports) {
        this.sendings = sendings;
        this.parts = parts;
        this.sealed = sealed;
        this.reports = reports;
    }

    @Override
    public UUID receive(OwnerId owner, Upload upload) throws IOException {
        if (upload.length() < 0) {
            throw new LengthRequired();
        }
        Announcement.File announced = new Announcement.File(key(upload), upload.length());
        SentFile file = sendings.beginOnce(owner, announced, upload.urgent());
        if (file.state().open() && file.received() > 0) {
            discard(owner, file); // that try broke off, and this one brings all of it again
            file = sendings.beginOnce(owner, announced, upload.urgent());
        }
        if (file.length() != upload.length()) {
            throw new OtherFile();
        }
        if (file.state().open() && !parts.append(owner, file, upload.bytes()).complete()) {
            discard(owner, file);
            throw new BrokenOff();
        }
        return file.sending();
    }

    @Override
    public SendingReport report(OwnerId owner, UUID sending, Locale language) {
        return reports.of(owner, sending, language);
    }

    private void discard(OwnerId owner, SentFile file) {
        sendings.withdraw(owner, file.sending());
        sealed.discard(owner, file.id());
        sendings.forget(owner, file.sending());
    }

    /** A name of the request's own, or one that never comes again. No page announces a file by the hash of such a text. */
    private static String key(Upload upload) {
        String request =
                "request " + upload.key().orElseGet(() -> UUID.randomUUID().toString());
        return Sha256.hex(request.getBytes(StandardCharsets.UTF_8));
    }
}

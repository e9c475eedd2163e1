package br.com.redcheck.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices a database that is older than the sealed files beside it, or another: one that was restored from a copy, say. A file
 * among them holds the newest audit entry that was seen; a database without that entry is not the one they belong to.
 */
@Component
public class HighWater {
    private static final Logger log = LoggerFactory.getLogger(HighWater.class);

    private final AuditChain chain;
    private final AuditLog audit;
    private final Path file;
    private volatile boolean behind;

    HighWater(AuditChain chain, AuditLog audit, Home home) throws IOException {
        this.chain = chain;
        this.audit = audit;
        this.file = home.subfolder("vault").resolve("high-water");
        look();
    }

    /** Whether the database lacks what was seen before. It stays so until an administrator accepts it, or the other one is back. */
    public boolean behind() {
        return behind;
    }

    /** Compares the database with the mark, and raises the mark if they fit. Other instances may have raised it or accepted. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    @EventListener(ContextClosedEvent.class)
    synchronized void look() throws IOException {
        Optional<Head> mark = mark();
        boolean found = mark.map(chain::has).orElse(true);
        if (found) {
            raise(mark);
        } else if (!behind) {
            log.warn(
                    "The database is older than the sealed files beside it, or another: it lacks the audit entry that stands in"
                            + " {}. No sealed file is removed until an administrator accepts this database on /admin/audit.",
                    file);
        }
        behind = !found;
    }

    /** Takes the database as it is for the one that the sealed files belong to. */
    synchronized void accept() throws IOException {
        if (behind) {
            audit.recordApart(null, "database.accepted", null);
            PrivateFiles.write(file, chain.head().line().getBytes(US_ASCII));
            behind = false;
        }
    }

    private Optional<Head> mark() throws IOException {
        return Files.exists(file) ? Optional.of(Head.parse(Files.readString(file, ISO_8859_1))) : Optional.empty();
    }

    private void raise(Optional<Head> mark) {
        Head head = chain.head();
        if (mark.equals(Optional.of(head))) {
            return;
        }
        try {
            PrivateFiles.write(file, head.line().getBytes(US_ASCII));
        } catch (IOException e) {
            log.warn("The newest audit entry could not be noted in {}: {}", file, e.toString());
        }
    }
}

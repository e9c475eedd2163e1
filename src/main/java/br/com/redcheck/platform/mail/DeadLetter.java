package br.com.redcheck.platform.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An e-mail that was given up.
 *
 * @param address masked; nothing once a server had taken it, for then it is forgotten
 * @param failure the last answer: a status code of SMTP (RFC 5321) or of a bounce (RFC 3463), or {@code no-answer}
 */
record DeadLetter(UUID id, Optional<String> address, Instant queuedAt, int tries, String failure, Instant failedAt) {
    /** Whether there is something left to send. */
    public boolean whole() {
        return address.isPresent();
    }
}

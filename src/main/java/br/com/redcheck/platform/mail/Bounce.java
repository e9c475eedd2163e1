package br.com.redcheck.platform.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server tells of an e-mail that it could not deliver after all (RFC 3464).
 *
 * @param mail which of ours
 * @param status why, as RFC 3463 numbers the reasons, such as {@code 5.1.1} for a mailbox that is not there
 */
record Bounce(UUID mail, String status) {
    private static final int MOST_BYTES = 64 << 10;
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\s*$");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*(\\d\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^<>\\s]{1,250}>)");

    /** Reads a message; nothing if it is no such report, or is not about one of ours. */
    static Optional<Bounce> of(Part message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart report)) {
            return Optional.empty();
        }
        String told = "";
        Optional<UUID> mail = Optional.empty();
        for (int i = 0; i < report.getCount(); i++) {
            BodyPart part = report.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                told = text(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                mail = first(MESSAGE_ID, text(part)).flatMap(MessageIds::mail);
            }
        }
        String status = first(STATUS, told).orElse("5.0.0");
        return FAILED.matcher(told).find() ? mail.map(id -> new Bounce(id, status)) : Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }
}

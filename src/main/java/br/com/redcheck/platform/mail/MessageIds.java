package br.com.redcheck.platform.mail;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Message-ID} of an e-mail names its row. */
final class MessageIds {
    private static final Pattern OURS = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^>]*>");

    private MessageIds() {}

    static String of(UUID mail, String from) {
        return "<" + mail + from.substring(from.lastIndexOf('@')).replace(">", "") + ">";
    }

    /** Which e-mail of ours a header names, if any. */
    static Optional<UUID> mail(String header) {
        Matcher ours = OURS.matcher(header);
        return ours.find() ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
    }
}

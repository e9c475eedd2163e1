package br.com.redcheck.delivery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.MailState;
import br.com.redcheck.platform.Mailer;
import br.com.redcheck.platform.PublicAddress;
import br.com.redcheck.vault.Vault;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes links into e-mails that say nothing about what they lead to, and keeps sealed whom they went to. */
@Component
class LinkMail {
    private static final String RECIPIENT = "report-link.recipient";

    private final Mailer mailer;
    private final PublicAddress address;
    private final Vault vault;
    private final ZoneId zone;

    LinkMail(Mailer mailer, PublicAddress address, Vault vault, ZoneId zone) {
        this.mailer = mailer;
        this.address = address;
        this.vault = vault;
        this.zone = zone;
    }

    /** @throws NoMailServer if e-mails reach nobody */
    UUID send(EmailAddress to, LinkToken token, Locale language, Instant end) {
        if (!mailer.hasServer()) {
            throw new NoMailServer();
        }
        return mailer.send(to.address(), language, "mail.report-link", page(token, language), written(end, language));
    }

    Optional<MailState> state(UUID mail) {
        return mailer.state(mail);
    }

    byte[] seal(OwnerId owner, EmailAddress recipient) {
        return vault.sealText(owner, RECIPIENT, recipient.address());
    }

    /** Whom a link was mailed to; empty for paper. */
    String recipient(OwnerId owner, ReportLink link) {
        byte[] recipient = link.recipient();
        return recipient == null ? "" : new EmailAddress(vault.openText(owner, RECIPIENT, recipient)).shown();
    }

    /** Where codes from paper are typed. */
    URI door() {
        return address.of("/r");
    }

    /** Where a token leads to, in the patient's language. */
    String page(LinkToken token, Locale language) {
        String inEnglish = language.getLanguage().equals("en") ? "?lang=en" : "";
        return address.of("/r/" + token.text() + inEnglish).toString();
    }

    /** A moment as people read it, in the zone of the people here. */
    String written(Instant moment, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .format(moment.atZone(zone));
    }
}

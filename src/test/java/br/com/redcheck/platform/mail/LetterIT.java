package br.com.redcheck.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.Chromium;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How an e-mail looks to the person who opens it on a phone. */
class LetterIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void itFitsANarrowPhoneAtFullSize() {
        String link =
                "https://covid-dicom.hospital-das-clinicas.example.org/links/member?token=" + "A1b2C3d4".repeat(6);
        Mail mail = new Mail(
                "ana@example.org", "pt-BR", "Convite", "Uma clínica convida você:\n\n" + link + "\n\n-- \nRodapé");
        Page page = CHROMIUM.phone(80);
        page.setContent(new Letter(mail).html());

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(page.evaluate("innerWidth"))
                .as("no wider page shrunk to the screen")
                .isEqualTo(360);
        assertThat(page.locator("a").getAttribute("href")).isEqualTo(link);
        assertThat(((Number) page.evaluate("document.querySelector('p').getBoundingClientRect().left")).doubleValue())
                .isGreaterThanOrEqualTo(12);
    }

    @Test
    void theSenderHasANameInLettersOfAnyKind() throws Exception {
        List<MimeMessage> taken = new ArrayList<>();
        InternetAddress from = new InternetAddress("exames@example.org", "Radiologia São José", "UTF-8");

        new Postman(taken::add, from)
                .deliver(UUID.randomUUID(), new Mail("ana@example.org", "pt-BR", "Convite", "Texto"), Instant.now());

        MimeMessage letter = taken.get(0);
        assertThat(letter.getHeader("From", null))
                .isASCII()
                .startsWith("=?UTF-8?")
                .endsWith("<exames@example.org>");
        assertThat(((InternetAddress) letter.getFrom()[0]).getPersonal()).isEqualTo("Radiologia São José");
        assertThat(letter.getHeader("Message-ID", null)).endsWith("@example.org>");
    }
}

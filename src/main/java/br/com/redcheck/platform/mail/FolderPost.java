package br.com.redcheck.platform.mail;

import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.PrivateFiles;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;

/** Where no mail server is named, messages become files {@code mail/*.eml} in the home folder that only its user may read. */
final class FolderPost implements Post {
    private static final Logger LOG = LoggerFactory.getLogger(FolderPost.class);

    private final Home home;
    private final AtomicBoolean said = new AtomicBoolean();

    FolderPost(Home home) {
        this.home = home;
    }

    @Override
    public void take(MimeMessage message) {
        Path folder = home.subfolder("mail");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
            PrivateFiles.write(folder.resolve(UUID.randomUUID() + ".eml"), bytes.toByteArray());
        } catch (IOException | MessagingException e) {
            throw new MailSendException("An e-mail could not be written into the folder", e);
        }
        if (said.compareAndSet(false, true)) {
            LOG.info("No mail server is named (spring.mail.host): e-mails are written to {}", folder);
        }
    }
}

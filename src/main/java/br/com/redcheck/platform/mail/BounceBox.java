package br.com.redcheck.platform.mail;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mailbox that undeliverable e-mails come back to: what is unread there is read once, and left. */
class BounceBox {
    private static final Logger LOG = LoggerFactory.getLogger(BounceBox.class);
    private static final String PATIENCE_MS = "20000";
    private static final int MOST_AT_ONCE = 200;

    private final Outbox outbox;
    private final BounceSettings settings;

    BounceBox(Outbox outbox, BounceSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /** Notes which e-mails came back. A mailbox that cannot be reached is tried again the next time. */
    void read() {
        try (Store store = session().getStore(settings.protocol())) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                Message[] unread = inbox.search(new FlagTerm(new Flags(Flag.SEEN), false));
                for (int i = 0; i < Math.min(unread.length, MOST_AT_ONCE); i++) {
                    read(unread[i]);
                }
            }
        } catch (MessagingException e) {
            LOG.warn("The mailbox of bounces could not be read ({})", e.getClass().getSimpleName());
        }
    }

    /** Whatever it is, it is looked at once: a message that cannot be read must not stand before all others for ever. */
    private void read(Message message) throws MessagingException {
        try {
            Bounce.of(message).ifPresent(bounce -> outbox.bounced(bounce.mail(), bounce.status()));
        } catch (IOException e) {
            LOG.warn("A message in the mailbox of bounces could not be read ({})", e.getClass().getSimpleName());
        }
        message.setFlag(Flag.SEEN, true);
    }

    private Session session() {
        Properties properties = new Properties();
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail." + settings.protocol() + "." + wait, PATIENCE_MS);
        }
        return Session.getInstance(properties);
    }
}

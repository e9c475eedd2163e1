package br.com.redcheck.platform.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Why an e-mail was not taken, without what the server wrote about it, for that repeats the address.
 *
 * @param code the server's status code, 0 if it gave none
 */
record FailedSending(int code) {
    private static final int FIRST_PERMANENT = 500;

    /** Finds the status code among all that went wrong; that of a recipient counts for more than that of the whole. */
    static FailedSending of(MailException failure) {
        Set<Throwable> seen = new HashSet<>();
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        int code = 0;
        while (!open.isEmpty()) {
            Throwable one = open.remove();
            if (!seen.add(one)) {
                continue;
            }
            code = Math.max(code, code(one));
            if (one instanceof MailSendException several) {
                open.addAll(Arrays.asList(several.getMessageExceptions()));
            }
            if (one instanceof MessagingException chained && chained.getNextException() != null) {
                open.add(chained.getNextException());
            }
            if (one.getCause() != null) {
                open.add(one.getCause());
            }
        }
        return new FailedSending(code);
    }

    /** Whether trying again is no use (RFC 5321, 4.2.1). */
    boolean forGood() {
        return code >= FIRST_PERMANENT;
    }

    /** What is kept of it. */
    String text() {
        return code == 0 ? "no-answer" : Integer.toString(code);
    }

    private static int code(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException whole ? whole.getReturnCode() : 0;
    }
}

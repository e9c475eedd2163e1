package br.com.redcheck.platform.mail;

import java.io.Serializable;

/** An e-mail in plain text, as it waits in the queue. */
record Mail(String to, String subject, String text) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Says nothing: address and text are not for logs. */
    @Override
    public String toString() {
        return "Mail[***]";
    }
}

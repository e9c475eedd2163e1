package br.com.redcheck.platform;

/** How far an e-mail has come. */
public enum MailState {
    /** It is still to be taken by the mail server, which may be away. */
    WAITING,

    /** The mail server has taken it. */
    SENT,

    /** The mail server refused it for good, could not deliver it, or was away for too long. */
    FAILED
}

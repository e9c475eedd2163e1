package br.com.redcheck.platform;

/** Seals e-mails as they wait to be sent, so that whoever reads the database, or a copy of it, reads none of them. */
public interface MailSeal {
    /** Encrypts an e-mail. */
    byte[] seal(String mail);

    /** Gives it back. */
    String open(byte[] sealed);
}

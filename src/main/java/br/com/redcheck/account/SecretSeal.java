package br.com.redcheck.account;

import java.util.UUID;

/** Seals small secrets of an account, so that whoever reads the database, or a copy of it, does not have them. */
public interface SecretSeal {
    /** Encrypts a secret so that it opens for this account only. */
    byte[] seal(UUID account, byte[] secret);

    /** Gives the secret back; refuses what was changed, or sealed for another account. */
    byte[] open(UUID account, byte[] sealed);
}

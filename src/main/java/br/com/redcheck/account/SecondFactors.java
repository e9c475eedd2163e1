package br.com.redcheck.account;

import java.util.UUID;

/** What an account shows besides its password. */
public interface SecondFactors {
    /** Whether the account has an authenticator app or a passkey. */
    boolean enrolled(UUID account);

    /**
     * Takes app, passkeys and recovery codes away, so that the person enrols anew at the next sign-in. It is for those who have lost
     * all of them. It leaves open sessions alone, and announces {@link SecondFactorDeed.Kind#RESET}; who asked for it and why is the
     * caller's to put on record.
     */
    void reset(UUID account);
}

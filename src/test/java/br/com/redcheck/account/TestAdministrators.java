package br.com.redcheck.account;

import java.util.UUID;

/** Administrators for tests. */
public final class TestAdministrators {
    private TestAdministrators() {}

    /** Somebody who decides, and has no account to sign in with. */
    public static Administrator one() {
        UUID id = UUID.randomUUID();
        return new Administrator(id, "Test", id + "@example.org", "-");
    }
}

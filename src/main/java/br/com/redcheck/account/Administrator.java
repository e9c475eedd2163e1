package br.com.redcheck.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides who may come in; has no shelf, and no way to anybody's images, reports or patients. */
public final class Administrator extends SignedIn {
    private static final long serialVersionUID = 1L;

    Administrator(UUID account, String name, String email, @Nullable String passwordHash) {
        super(account, name, email, passwordHash, "ADMINISTRATOR");
    }

    @Override
    String home() {
        return "/admin";
    }
}

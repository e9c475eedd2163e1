package br.com.redcheck.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of a group that submits networks or validates ours; has no shelf. */
public final class Researcher extends SignedIn {
    private static final long serialVersionUID = 1L;

    Researcher(UUID account, String name, String email, @Nullable String passwordHash) {
        super(account, name, email, passwordHash, "RESEARCHER");
    }

    @Override
    String home() {
        return "/account";
    }
}

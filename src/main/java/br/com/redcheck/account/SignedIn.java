package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who has signed in. What each kind may ask for follows from its class: only a {@link Doctor} has a shelf. */
public abstract sealed class SignedIn implements UserDetails, CredentialsContainer
        permits Doctor, Researcher, Administrator {
    private static final long serialVersionUID = 1L;

    private final UUID account;
    private final String name;
    private final String email;
    private final String role;
    private @Nullable String passwordHash;

    SignedIn(UUID account, String name, String email, @Nullable String passwordHash, String role) {
        this.account = account;
        this.name = name;
        this.email = email;
        this.passwordHash = passwordHash;
        this.role = role;
    }

    /** Who this is; the same in every session. */
    public final UUID account() {
        return account;
    }

    /** The name shown on the pages. */
    public final String name() {
        return name;
    }

    /**
     * What pages know this person by, and the shelf before which they stand: the same in every session, and nothing can be found out from
     * it.
     */
    public String mark() {
        return markOf(account);
    }

    /** Ids are random, so that none is found by trying. */
    static String markOf(UUID... ids) {
        return Sha256.hex(("page of " + Arrays.toString(ids)).getBytes(StandardCharsets.US_ASCII));
    }

    /** The path of the page that this kind of person begins on. */
    abstract String home();

    /** The e-mail as people read it. */
    public final String email() {
        return new EmailAddress(email).shown();
    }

    /** The e-mail, in the one form in which it is compared. */
    @Override
    public final String getUsername() {
        return email;
    }

    @Override
    public final @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public final void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public final Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }
}

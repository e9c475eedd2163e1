package br.com.redcheck.account;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The doctor who is signed in. */
public final class Doctor implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1L;

    private final transient OwnerId owner;
    private final String name;
    private final String email;
    private @Nullable String passwordHash;

    Doctor(OwnerId owner, String name, String email, String passwordHash) {
        this.owner = owner;
        this.name = name;
        this.email = email;
        this.passwordHash = passwordHash;
    }

    /** The owner of what this doctor sends. */
    public OwnerId owner() {
        return owner;
    }

    /** The name shown on the pages. */
    public String name() {
        return name;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_DOCTOR"));
    }
}

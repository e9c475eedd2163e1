package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who may sign in, for Spring Security. */
@Component
class People implements UserDetailsService, UserDetailsPasswordService {
    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SignedIn loadUserByUsername(String email) {
        return accounts.byEmail(EmailAddress.parse(email))
                .map(Account::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Keeps a hash that was made anew because its cost has been raised. */
    @Override
    public UserDetails updatePassword(UserDetails person, @Nullable String hash) {
        if (hash != null) {
            accounts.changePassword(((SignedIn) person).account(), hash);
        }
        return person;
    }
}

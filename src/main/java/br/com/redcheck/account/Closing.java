package br.com.redcheck.account;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes accounts, at the wish of those they belong to. */
@Service
class Closing {
    private final Accounts accounts;
    private final Clinics clinics;
    private final Links links;
    private final Acquaintances acquaintances;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    Closing(
            Accounts accounts,
            Clinics clinics,
            Links links,
            Acquaintances acquaintances,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.clinics = clinics;
        this.links = links;
        this.acquaintances = acquaintances;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * Closes an account for ever.
     *
     * @throws StillResponsible if the account answers for a clinic with other doctors
     */
    @Transactional
    void close(SignedIn person, boolean erase) {
        Account account = accounts.byId(person.account()).orElseThrow();
        List<OwnerId> ending = leaveClinics(account);
        accounts.close(account.id(), erase);
        links.kill(account.id());
        links.killInvitations(account.email());
        acquaintances.forget(account.id());
        Stream.concat(Stream.of(new OwnerId(account.id())), ending.stream())
                .forEach(owner -> events.publishEvent(new AccountClosed(account.id(), account.kind(), owner, erase)));
        sessions.endAll(account.id());
    }

    /** Returns the clinics that end because there is nobody else in them. */
    private List<OwnerId> leaveClinics(Account account) {
        List<Clinic> all = clinics.of(account.id());
        List<OwnerId> ending =
                all.stream().filter(Clinic::responsible).map(Clinic::owner).toList();
        if (ending.stream().anyMatch(clinic -> clinics.members(clinic).size() > 1)) {
            throw new StillResponsible();
        }
        ending.forEach(clinics::close);
        all.forEach(clinic -> clinics.leave(clinic.owner(), account.id()));
        return ending;
    }
}

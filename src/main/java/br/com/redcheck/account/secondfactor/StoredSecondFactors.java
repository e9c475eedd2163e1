package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.AccountClosed;
import br.com.redcheck.account.Researcher;
import br.com.redcheck.account.SecondFactorDeed;
import br.com.redcheck.account.SecondFactorDeed.Kind;
import br.com.redcheck.account.SecondFactors;
import br.com.redcheck.account.SignedIn;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a second factor, and who must. */
@Service
class StoredSecondFactors implements SecondFactors {
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    StoredSecondFactors(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public boolean enrolled(UUID account) {
        return database.sql("""
                        select exists (select from authenticator_app where account = :account and secret is not null)
                            or exists (select from passkey where account = :account)""").param("account", account).query(Boolean.class).single();
    }

    /** Whoever has a second factor shows it; doctors and administrators must have one, unless it is waived. */
    boolean demandedOf(SignedIn person) {
        return enrolled(person.account()) || requiredOf(person);
    }

    boolean requiredOf(SignedIn person) {
        return !(person instanceof Researcher) && !waived(person.account());
    }

    private boolean waived(UUID account) {
        return database.sql("select second_factor_waived from account where id = :account")
                .param("account", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whoever comes back makes a new account. */
    @EventListener
    void on(AccountClosed closed) {
        reset(closed.account());
    }

    @Override
    @Transactional
    public void reset(UUID account) {
        for (String table : new String[] {"authenticator_app", "passkey", "recovery_code"}) {
            database.sql("delete from " + table + " where account = :account")
                    .param("account", account)
                    .update();
        }
        events.publishEvent(new SecondFactorDeed(account, Kind.RESET));
    }
}

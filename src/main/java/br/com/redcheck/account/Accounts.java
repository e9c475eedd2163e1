package br.com.redcheck.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Who may sign in, by e-mail in lower case. */
interface Accounts extends Repository<Account, UUID> {
    Account save(Account account);

    Optional<Account> findByEmail(String email);
}

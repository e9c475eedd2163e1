package br.com.redcheck.account;

import br.com.redcheck.platform.PublicAddress;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** As much of the application as a command on accounts needs: the database, and no work that waits in it. */
@EnableAutoConfiguration(
        exclude = {
            DataJpaRepositoriesAutoConfiguration.class,
            DbSchedulerAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class
        })
@Import({Accounts.class, Links.class, PublicAddress.class})
class DatabaseOnly {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

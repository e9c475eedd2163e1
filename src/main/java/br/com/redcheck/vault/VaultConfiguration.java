package br.com.redcheck.vault;

import br.com.redcheck.platform.Home;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the vault in the home folder, and refuses to start with a master key that does not fit the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {
    @Bean
    Vault vault(Home home, JdbcClient database, VaultSettings settings, Environment environment, Clock clock)
            throws IOException {
        boolean ownDatabase = !environment.containsProperty("spring.datasource.url");
        boolean mayMakeKey = ownDatabase && OwnerKeys.none(database);
        MasterKey master = new MasterKeyFinder(home).find(settings.masterKey(), mayMakeKey);
        OwnerKeys keys = new OwnerKeys(database, master, clock);
        try {
            keys.tryOne();
        } catch (SealBroken e) {
            throw new MasterKeyWrong(e);
        }
        FolderBlobStore store = new FolderBlobStore(home.subfolder("vault"));
        store.sweep(clock.instant());
        return new Vault(keys, store);
    }
}

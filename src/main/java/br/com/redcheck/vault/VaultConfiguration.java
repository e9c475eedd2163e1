package br.com.redcheck.vault;

import br.com.redcheck.audit.AuditLog;
import br.com.redcheck.audit.HighWater;
import br.com.redcheck.platform.Home;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the vault in the home folder, and refuses to start with a master key that does not fit the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {
    @Bean
    KeyRows keyRows(JdbcClient database, AuditLog audit, Clock clock) {
        return new KeyRows(database, audit, clock);
    }

    @Bean
    HeldBack heldBack(StoreMark mark, ObjectProvider<HighWater> water, ObjectProvider<Destruction> destruction) {
        return new HeldBack(mark, water, destruction);
    }

    @Bean
    BlobRows blobRows(JdbcClient database, BlobStore store, HeldBack heldBack, Clock clock) {
        return new BlobRows(database, store, heldBack, clock);
    }

    @Bean
    FolderBlobStore blobFolder(Home home) throws IOException {
        return new FolderBlobStore(home.subfolder("vault"));
    }

    @Bean
    StoreRows storeRows(JdbcClient database) {
        return new StoreRows(database);
    }

    @Bean
    StoreMark storeMark(FolderBlobStore folder, StoreRows rows) {
        return new StoreMark(folder, rows);
    }

    @Bean
    @Primary
    BlobStore blobStore(FolderBlobStore folder, StoreMark mark, Clock clock) throws IOException {
        if (mark.fits()) {
            folder.sweep(clock.instant());
        }
        return new OwnBlobStore(folder, mark);
    }

    @Bean
    MasterKeyFinder masterKeyFinder(Home home, VaultSettings settings) {
        return new MasterKeyFinder(home, settings);
    }

    @Bean
    OwnerKeys ownerKeys(MasterKeyFinder finder, KeyRows rows, Environment environment) throws IOException {
        boolean ownDatabase = !environment.containsProperty("spring.datasource.url");
        boolean mayMakeKey = ownDatabase && rows.owners().isEmpty();
        OwnerKeys keys = new OwnerKeys(rows, finder.find(mayMakeKey));
        keys.tryOne();
        return keys;
    }

    @Bean
    OwnerRotation ownerRotation(OwnerKeys keys, KeyRows rows, BlobRows blobs) {
        return new OwnerRotation(keys, rows, blobs);
    }

    @Bean
    MasterRotation masterRotation(MasterKeyFinder finder, KeyRows rows) {
        return new MasterRotation(finder, rows);
    }

    @Bean
    Vault vault(OwnerKeys keys, BlobRows blobs, BlobStore store) {
        return new Vault(keys, blobs, store);
    }
}

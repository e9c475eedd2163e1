package br.com.redcheck.account.secondfactor;

import br.com.redcheck.account.SecondFactorDeed;
import br.com.redcheck.account.SecondFactorDeed.Kind;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of all accounts. */
@Repository
@Transactional
class Passkeys implements UserCredentialRepository {
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Passkeys(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** An account's passkeys, oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> of(UUID account) {
        return findByUserId(PasskeyHolders.handleOf(account)).stream()
                .map(key -> new Passkey(
                        key.getCredentialId().toBase64UrlString(), key.getLabel(), key.getCreated(), key.getLastUsed()))
                .toList();
    }

    /** Removes a passkey of this account; one of another account stays. */
    public void remove(UUID account, String id) {
        findByUserId(PasskeyHolders.handleOf(account)).stream()
                .map(CredentialRecord::getCredentialId)
                .filter(own -> own.toBase64UrlString().equals(id))
                .forEach(own -> {
                    database.sql("delete from passkey where id = :id")
                            .param("id", own.getBytes())
                            .update();
                    events.publishEvent(new SecondFactorDeed(account, Kind.PASSKEY_REMOVED));
                });
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("A passkey is removed by its account");
    }

    /**
     * Keeps a new passkey, or what using one has changed.
     *
     * @throws MaliciousCounterValueException if the device counts and has counted as far before: there is a copy of it (WebAuthn, 6.1.1)
     */
    @Override
    public void save(CredentialRecord key) {
        int updated = database.sql("""
                        update passkey set signature_count = :count, backed_up = :backedUp, last_used_at = :now
                        where id = :id and (signature_count < :count or signature_count = 0 and :count = 0)""")
                .param("count", key.getSignatureCount())
                .param("backedUp", key.isBackupState())
                .param("now", Timestamp.from(key.getLastUsed()))
                .param("id", key.getCredentialId().getBytes())
                .update();
        if (updated > 0) {
            return;
        }
        if (findByCredentialId(key.getCredentialId()) != null) {
            throw new MaliciousCounterValueException("A passkey has been used from two devices");
        }
        insert(key);
    }

    private void insert(CredentialRecord key) {
        UUID account = PasskeyHolders.accountOf(key.getUserEntityUserId());
        database.sql("""
                        insert into passkey (id, account, label, public_key, signature_count, verifies_user, transports,
                            backup_eligible, backed_up, attestation, client_data, created_at, last_used_at)
                        values (:id, :account, :label, :publicKey, :count, :verifiesUser, :transports,
                            :backupEligible, :backedUp, :attestation, :clientData, :createdAt, :createdAt)""")
                .param("id", key.getCredentialId().getBytes())
                .param("account", account)
                .param("label", key.getLabel())
                .param("publicKey", key.getPublicKey().getBytes())
                .param("count", key.getSignatureCount())
                .param("verifiesUser", key.isUvInitialized())
                .param("transports", namesOf(key.getTransports()))
                .param("backupEligible", key.isBackupEligible())
                .param("backedUp", key.isBackupState())
                .param("attestation", bytesOf(key.getAttestationObject()))
                .param("clientData", bytesOf(key.getAttestationClientDataJSON()))
                .param("createdAt", Timestamp.from(key.getCreated()))
                .update();
        events.publishEvent(new SecondFactorDeed(account, Kind.PASSKEY_ADDED));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return database.sql("select * from passkey where id = :id")
                .param("id", id.getBytes())
                .query((row, number) -> keyOf(row))
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql("select * from passkey where account = :account order by created_at, id")
                .param("account", PasskeyHolders.accountOf(handle))
                .query((row, number) -> keyOf(row))
                .list();
    }

    private static CredentialRecord keyOf(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("id")))
                .userEntityUserId(PasskeyHolders.handleOf(row.getObject("account", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verifies_user"))
                .transports(transportsOf(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(instant(row, "created_at"))
                .lastUsed(instant(row, "last_used_at"))
                .build();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static String namesOf(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<AuthenticatorTransport> transportsOf(String names) {
        return Stream.of(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] bytesOf(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }
}

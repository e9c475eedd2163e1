package br.com.redcheck.account.secondfactor;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** Accounts as WebAuthn sees them: the user handle is the account's id, which tells nothing about its person. */
@Repository
class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {
    private final JdbcClient database;

    PasskeyHolders(JdbcClient database) {
        this.database = database;
    }

    static Bytes handleOf(UUID account) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID accountOf(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return found(database.sql("select id, email, name from account where id = ?")
                        .param(accountOf(handle)))
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
        return found(database.sql("select id, email, name from account where email = ?")
                        .param(email))
                .orElse(null);
    }

    private static Optional<PublicKeyCredentialUserEntity> found(JdbcClient.StatementSpec question) {
        return question.query((row, number) -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handleOf(row.getObject("id", UUID.class)))
                        .name(row.getString("email"))
                        .displayName(row.getString("name"))
                        .build())
                .optional()
                .map(holder -> holder);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new UnsupportedOperationException("Passkeys make no accounts");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Passkeys end no accounts");
    }
}

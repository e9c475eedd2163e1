package br.com.redcheck.account;

import br.com.redcheck.account.ApiKeyDeed.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys with which programs come in for an owner. */
@Service
@Transactional
public class ApiKeys {
    /** By this a key is known where one was left lying about. */
    private static final String PREFIX = "cdk_";

    private static final int SHOWN = PREFIX.length() + 6;
    private static final int MOST = 20;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiKeys(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a key; the token returned is the only copy.
     *
     * @throws ApiKeyWish.Unfit if the owner has as many good keys as one may
     */
    Token make(OwnerId owner, UUID maker, ApiKeyWish wish) {
        if (of(owner).stream().filter(key -> key.state() == ApiKey.State.GOOD).count() >= MOST) {
            throw new ApiKeyWish.Unfit("too-many", MOST);
        }
        Token token = new Token(PREFIX + Token.random().text());
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into api_key (id, owner, account, name, beginning, hash, scopes, made_at, expires_at)
                        values (:id, :owner, :account, :name, :beginning, :hash, :scopes, :now, :end)""")
                .param("id", id)
                .param("owner", owner.value())
                .param("account", maker)
                .param("name", wish.name())
                .param("beginning", token.text().substring(0, SHOWN))
                .param("hash", token.hash())
                .param("scopes", wish.scopes().stream().map(ApiScope::word).toArray(String[]::new))
                .param("now", at(clock.instant()))
                .param("end", wish.life().time().map(this::after).orElse(null))
                .update();
        events.publishEvent(new ApiKeyDeed(owner, id, Kind.MADE));
        return token;
    }

    /** An owner's keys, the newest first. */
    @Transactional(readOnly = true)
    List<ApiKey> of(OwnerId owner) {
        return database.sql("""
                        select k.id, k.name, k.beginning, a.name as maker, k.scopes, k.made_at, k.expires_at, k.used_at,
                               case when k.revoked_at is not null then 'REVOKED'
                                    when k.expires_at <= :now then 'EXPIRED' else 'GOOD' end as state
                        from api_key k join account a on a.id = k.account
                        where k.owner = :owner order by k.made_at desc, k.id""")
                .param("owner", owner.value())
                .param("now", at(clock.instant()))
                .query(ApiKeys::key)
                .list();
    }

    /** Takes a key out of use, from the next request on; one that is out of use, or another owner's, stays as it is. */
    void revoke(OwnerId owner, UUID key) {
        revoked(database.sql("""
                        update api_key set revoked_at = :now
                        where owner = :owner and id = :id and revoked_at is null returning id""").param("id", key), owner, Kind.REVOKED);
    }

    /** Takes all keys of an owner out of use. */
    public void revokeAll(OwnerId owner) {
        revoked(database.sql("""
                        update api_key set revoked_at = :now
                        where owner = :owner and revoked_at is null returning id"""), owner, Kind.ENDED);
    }

    private void revoked(JdbcClient.StatementSpec revoking, OwnerId owner, Kind kind) {
        revoking.param("owner", owner.value())
                .param("now", at(clock.instant()))
                .query(UUID.class)
                .list()
                .forEach(key -> events.publishEvent(new ApiKeyDeed(owner, key, kind)));
    }

    /**
     * Whom a key lets in.
     *
     * @throws UselessApiKey if it opens nothing, or no more
     */
    ApiClient show(Token key) {
        Found found = database.sql("select id, owner, scopes, state from use_api_key(:hash, :now)")
                .param("hash", key.hash())
                .param("now", at(clock.instant()))
                .query(ApiKeys::found)
                .optional()
                .orElseThrow(UselessApiKey::unknown);
        return switch (found.state()) {
            case "GOOD" -> found.client();
            case "EXPIRED" -> throw UselessApiKey.expired();
            case "REVOKED" -> throw UselessApiKey.revoked();
            default -> throw UselessApiKey.orphaned();
        };
    }

    private OffsetDateTime after(Duration life) {
        return at(clock.instant().plus(life));
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("beginning"),
                row.getString("maker"),
                scopes(row).stream().sorted().toList(),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "used_at"),
                ApiKey.State.valueOf(row.getString("state")));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OwnerId owner = new OwnerId(row.getObject("owner", UUID.class));
        return new Found(new ApiClient(id, owner, scopes(row)), row.getString("state"));
    }

    private static Set<ApiScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(ApiScope::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Found(ApiClient client, String state) {}
}

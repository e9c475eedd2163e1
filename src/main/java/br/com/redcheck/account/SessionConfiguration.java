package br.com.redcheck.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.DefaultDeserializer;
import org.springframework.core.serializer.DefaultSerializer;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.IndexResolver;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions are rows: they outlive a restart, hold in all instances, and are found by the account they belong to. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    private static final String CREATE = """
            insert into %TABLE_NAME% (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time,
                principal_name)
            values (?, session_hash(?), ?, ?, ?, ?, ?)""";

    /** The session learns its id from the question, since the row does not know it. */
    private static final String GET = """
            select s.primary_id, asked.id as session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                a.attribute_name, a.attribute_bytes
            from (select cast(? as text) as id) asked
            join %TABLE_NAME% s on s.session_id = session_hash(asked.id)
            left join %TABLE_NAME%_attributes a on a.session_primary_id = s.primary_id""";

    /**
     * When a session was used last is written down every ten seconds: a request that changes nothing else writes nothing, and those that
     * bring the pieces of a file do not wait for each other.
     */
    private static final String UPDATE = """
            update %TABLE_NAME% s set session_id = n.session_id, last_access_time = n.last_access_time,
                max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time, principal_name = n.principal_name
            from (select session_hash(?) session_id, cast(? as bigint) last_access_time, cast(? as int) max_inactive_interval,
                      cast(? as bigint) expiry_time, cast(? as text) principal_name, cast(? as char(36)) primary_id) n
            where s.primary_id = n.primary_id
              and (n.last_access_time >= s.last_access_time + 10000
                   or (s.session_id, s.max_inactive_interval, coalesce(s.principal_name, ''))
                       <> (n.session_id, n.max_inactive_interval, coalesce(n.principal_name, '')))""";

    private static final String DELETE =
            "delete from %TABLE_NAME% where session_id = session_hash(?) and max_inactive_interval >= 0";

    /** The database keeps a hash of each session's id: what is read there opens no session. */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsByAccount() {
        return sessions -> {
            // Requests of one session at the same time may add the same attribute.
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            sessions.setDefaultMaxInactiveInterval(SessionOfSomebody.OF_NOBODY);
            sessions.setIndexResolver(byAccount());
            sessions.setCreateSessionQuery(CREATE);
            sessions.setGetSessionQuery(GET);
            sessions.setUpdateSessionQuery(UPDATE);
            sessions.setDeleteSessionQuery(DELETE);
        };
    }

    /** As text: whatever else somebody sends is a text too, and no session's id. */
    @Bean
    static DefaultCookieSerializerCustomizer plainIds() {
        return cookies -> cookies.setUseBase64Encoding(false);
    }

    /**
     * What is done to a session within a transaction is part of it. Spring Session's own default is a second transaction on a second
     * connection while the first is held: as many requests at once as there are connections would wait for one another.
     */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /**
     * What was written by another version of the application may not be readable by this one. It then counts as absent, and the
     * person signs in again.
     */
    @Bean
    @SuppressWarnings("NullAway") // a converter may well return null
    static ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter(new DefaultSerializer()));
        conversion.addConverter(byte[].class, Object.class, SessionConfiguration::read);
        return conversion;
    }

    private static @Nullable Object read(byte[] bytes) {
        try {
            return new DefaultDeserializer(SessionConfiguration.class.getClassLoader())
                    .deserialize(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            LOG.info("A session of another version is not taken over: {}", e.getMessage());
            return null;
        }
    }

    private static IndexResolver<Session> byAccount() {
        return session -> {
            SecurityContext context =
                    session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            return context != null
                            && context.getAuthentication() != null
                            && context.getAuthentication().getPrincipal() instanceof SignedIn person
                    ? Map.of(
                            FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                            person.account().toString())
                    : Map.of();
        };
    }
}

package br.com.redcheck.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** Sessions are rows: they outlive a restart, hold in all instances, and are found by the account they belong to. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    /**
     * When a session was used last is written down every ten seconds: a request that changes nothing else writes nothing, and those that
     * bring the pieces of a file do not wait for each other.
     */
    private static final String UPDATE = """
            update %TABLE_NAME% s set session_id = n.session_id, last_access_time = n.last_access_time,
                max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time, principal_name = n.principal_name
            from (select cast(? as char(36)) session_id, cast(? as bigint) last_access_time, cast(? as int) max_inactive_interval,
                      cast(? as bigint) expiry_time, cast(? as text) principal_name, cast(? as char(36)) primary_id) n
            where s.primary_id = n.primary_id
              and (n.last_access_time >= s.last_access_time + 10000
                   or (s.session_id, s.max_inactive_interval, coalesce(s.principal_name, ''))
                       <> (n.session_id, n.max_inactive_interval, coalesce(n.principal_name, '')))""";

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsByAccount() {
        return sessions -> {
            sessions.setIndexResolver(byAccount());
            sessions.setUpdateSessionQuery(UPDATE);
        };
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

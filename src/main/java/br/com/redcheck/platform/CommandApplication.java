package br.com.redcheck.platform;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The parts of the application that a command needs, over the same settings and the same database as the server's, and without
 * its pages and jobs. The embedded database serves one process at a time: while the server runs on it, a command is refused.
 */
public final class CommandApplication {
    /**
     * As arguments they come before the settings' files. What a command has to say, it says itself, and nobody asks after its health,
     * for which the server's settings name parts that it may lack.
     */
    private static final String[] SETTINGS = {
        "--logging.level.root=off",
        "--logging.level.br.com.redcheck=off",
        "--db-scheduler.enabled=false",
        "--management.endpoint.health.validate-group-membership=false"
    };

    private CommandApplication() {}

    /**
     * Starts those parts; to be closed by the caller.
     *
     * @param parts classes that make or are the beans which the command wants
     * @throws CannotStart if something stands in the way that the person can remove
     */
    public static ConfigurableApplicationContext start(Class<?>... parts) {
        try {
            return new SpringApplicationBuilder(Base.class)
                    .sources(parts)
                    .web(WebApplicationType.NONE)
                    .run(SETTINGS);
        } catch (BeanCreationException e) {
            throw Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .filter(CannotStart.class::isInstance)
                    .map(RuntimeException.class::cast)
                    .findFirst()
                    .orElse(e);
        }
    }

    /** What every command needs. Not a {@code @Configuration}, or the server's scan for beans would take it in. */
    @EnableAutoConfiguration(
            exclude = {HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class})
    @Import(ClockConfiguration.class)
    static class Base {}
}

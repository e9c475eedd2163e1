package br.com.redcheck.platform.overload;

import br.com.redcheck.platform.PlainAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says in words that the database has no connection free, or is away, and when to ask again. It stands before every other filter:
 * sessions and sign-in need the database as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DatabaseAway extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** SQLSTATE of connections that broke, of a server that stops or starts, and of one that wants for disk, memory or connections. */
    private static final Pattern AWAY = Pattern.compile("08...|53...|57P..");

    /**
     * What the pool says, without an SQLSTATE, of a connection that broke and that it has thrown away. Rolling back on it is how a
     * transaction ends whose database has gone, and this word takes the place of the first one's.
     */
    private static final String THROWN_AWAY = "Connection is closed";

    private final PlainAnswers answers;

    DatabaseAway(PlainAnswers answers) {
        this.answers = answers;
    }

    /** Whether something failed for want of a connection: whoever handles failures themselves leaves such a one to this filter. */
    public static boolean caused(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException from && away(from));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !caused(e)) {
                throw e;
            }
            LOG.warn("A request was put off: {}", e.toString());
            answers.putOff(request, response, RETRY_AFTER);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean away(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || THROWN_AWAY.equals(failure.getMessage())
                || AWAY.matcher(String.valueOf(failure.getSQLState())).matches();
    }
}

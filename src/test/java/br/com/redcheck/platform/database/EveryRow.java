package br.com.redcheck.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The database of a test as its superuser sees it: all rows, whosoever they are. */
public record EveryRow(JdbcClient database) {
    /** Asks it, or tells it to do something. */
    public StatementSpec sql(String statement) {
        return database.sql(statement);
    }
}

package br.com.redcheck.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of a test as its superuser sees it, whose rows whatever they are.
 *
 * @param sql asks it
 */
public record EveryRow(JdbcClient sql) {}

package br.com.redcheck.account;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Doctors for tests, each with an account of their own. */
public final class TestDoctors {
    private TestDoctors() {}

    /** Makes an account that nobody can sign in to with a password. */
    public static Doctor register(JdbcClient database) {
        UUID id = UUID.randomUUID();
        String email = id + "@example.org";
        database.sql("insert into account (id, email, name, password_hash, created_at) values (?, ?, 'Test', '-', ?)")
                .params(id, email, OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        return new Doctor(id, new OwnerId(id), "Test", email, "-");
    }
}

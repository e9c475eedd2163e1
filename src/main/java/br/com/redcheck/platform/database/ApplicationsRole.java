package br.com.redcheck.platform.database;

import br.com.redcheck.platform.CannotStart;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to serve anybody as a database role that row-level security does not hold, or that could switch it off. */
@Component
class ApplicationsRole implements SmartInitializingSingleton {
    private final JdbcClient database;

    ApplicationsRole(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean tooMighty = database.sql("""
                        select rolsuper or rolbypassrls
                               or exists (select from pg_tables where schemaname = 'public' and tableowner = rolname)
                        from pg_roles where rolname = current_user""").query(Boolean.class).single();
        if (tooMighty) {
            throw new TooMighty();
        }
    }

    /** The application was given the role of a superuser, or of the tables' owner. */
    static final class TooMighty extends CannotStart {
        private static final long serialVersionUID = 1L;

        TooMighty() {
            super("refusal.database-role");
        }
    }
}

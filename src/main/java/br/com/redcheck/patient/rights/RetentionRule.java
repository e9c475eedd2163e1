package br.com.redcheck.patient.rights;

import br.com.redcheck.account.OwnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/** Something is kept for so long and no longer. Every package that has such a rule makes it a bean of this type. */
public interface RetentionRule {
    /** Something whose time is over. */
    record Overdue(OwnerId owner, UUID thing) {
        /** Reads {@code owner} and {@code id}. */
        public static Overdue of(ResultSet row, int number) throws SQLException {
            return new Overdue(new OwnerId(row.getObject("owner", UUID.class)), row.getObject("id", UUID.class));
        }
    }

    /** Begins the keys of its texts, {@code retention.<key>} and {@code retention.<key>.why}. */
    String key();

    /** For how long it is kept. */
    Period kept();

    /** Some of what is older than a moment, whoever's it is; it changes nothing. */
    List<Overdue> overdue(Instant before);

    /** Takes one of them away. May be done twice. */
    void apply(OwnerId owner, UUID thing);
}

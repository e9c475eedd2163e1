package br.com.redcheck.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database says when it can do nothing for now, and what it says of a question that is wrong. */
class DatabaseAwayTest {
    @ParameterizedTest
    @CsvSource({
        "08006, true", // the connection broke
        "57P01, true", // the server stops
        "57P03, true", // it starts
        "53100, true", // its disk is full
        "53200, true", // it has no memory
        "53300, true", // it has too many connections
        "23505, false", // a key is there already
        "42P01, false" // there is no such table
    })
    void onlyWantOfADatabaseIsPutOff(String state, boolean away) {
        SQLException said = new SQLException("said", state);

        assertThat(DatabaseAway.caused(new IllegalStateException(said))).isEqualTo(away);
    }
}

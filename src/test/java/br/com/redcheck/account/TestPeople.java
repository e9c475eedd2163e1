package br.com.redcheck.account;

import br.com.redcheck.platform.database.EveryRow;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People of every kind for tests, of whom a second factor is asked as of anybody. */
public final class TestPeople {
    private TestPeople() {}

    public static Doctor doctor(JdbcClient database) {
        Doctor doctor = TestDoctors.register(database);
        database.sql("update account set second_factor_waived = false where id = ?")
                .param(doctor.account())
                .update();
        return doctor;
    }

    public static Administrator administrator(JdbcClient database) {
        Doctor one = withKind(database, AccountKind.ADMINISTRATOR);
        return new Administrator(one.account(), "Test", one.getUsername(), "-");
    }

    public static Researcher researcher(JdbcClient database) {
        Doctor one = withKind(database, AccountKind.RESEARCHER);
        return new Researcher(one.account(), "Test", one.getUsername(), "-");
    }

    /** From now on nobody new is asked for a second factor: these tests are about something else. */
    public static void spareTheSecondFactor(EveryRow everyRow) {
        everyRow.sql("alter table account alter column second_factor_waived set default true")
                .update();
    }

    private static Doctor withKind(JdbcClient database, AccountKind kind) {
        Doctor one = doctor(database);
        database.sql("update account set kind = ? where id = ?")
                .params(kind.name(), one.account())
                .update();
        return one;
    }

    /** Somebody who has shown all that was asked for. */
    public static RequestPostProcessor signedIn(SignedIn person) {
        return SecurityMockMvcRequestPostProcessors.authentication(session(person, "FACTOR_SECOND"));
    }

    /** The session of somebody who gave the password, and then what makes up the other factors. */
    public static Authentication session(SignedIn person, String... furtherFactors) {
        List<GrantedAuthority> granted = new ArrayList<>(person.getAuthorities());
        granted.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
        for (String factor : furtherFactors) {
            granted.add(FactorGrantedAuthority.fromAuthority(factor));
        }
        return UsernamePasswordAuthenticationToken.authenticated(person, null, granted);
    }
}

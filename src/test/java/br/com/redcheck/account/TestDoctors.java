package br.com.redcheck.account;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Doctors for tests, each with an account of their own. */
public final class TestDoctors {
    private TestDoctors() {}

    /** Makes a doctor who may send exams, with an account that nobody can sign in to with a password and no second factor. */
    public static Doctor register(JdbcClient database) {
        Doctor doctor = withoutLicence(database);
        grant(database, doctor.owner());
        return doctor;
    }

    /** Makes a doctor who may send exams, and signs in with the password of this hash alone. */
    public static Doctor register(JdbcClient database, String passwordHash) {
        Doctor doctor = register(database);
        database.sql("update account set password_hash = ? where id = ?")
                .params(passwordHash, doctor.account())
                .update();
        return doctor;
    }

    /** Lets an owner who has never asked send exams. */
    static void grant(JdbcClient database, OwnerId owner) {
        database.sql("""
                        insert into accreditation (id, owner, kind, language, standing, until, since)
                        select gen_random_uuid(), :owner, 'DOCTOR', 'pt-BR', 'GRANTED', current_date + 730, now()
                        from set_config('app.owner', :owner::text, true)""").param("owner", owner.value()).update();
    }

    /** Makes a doctor who has never asked for a licence, with an account that nobody can sign in to with a password. */
    public static Doctor withoutLicence(JdbcClient database) {
        UUID id = UUID.randomUUID();
        String email = id + "@example.org";
        database.sql("""
                        insert into account (id, kind, email, name, password_hash, language, created_at, confirmed_at,
                                             second_factor_waived)
                        values (:id, 'DOCTOR', :email, 'Test', '-', 'pt-BR', :now, :now, true)""")
                .param("id", id)
                .param("email", email)
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        return new Doctor(id, new OwnerId(id), "Test", email, "-");
    }
}

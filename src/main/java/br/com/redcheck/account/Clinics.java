package br.com.redcheck.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Clinics and who belongs to them. What a clinic is on paper, and whether it may send exams, is not decided here. */
@Service
public class Clinics {
    private final JdbcClient database;
    private final Clock clock;

    Clinics(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a clinic.
     *
     * @param responsible the doctor who answers for it, and invites and removes the others
     * @return the owner of the exams that its doctors send for it
     */
    @Transactional
    public OwnerId register(UUID responsible, String name) {
        OwnerId clinic = OwnerId.random();
        database.sql("insert into clinic (id, name, created_at) values (?, ?, ?)")
                .params(clinic.value(), name.strip(), now())
                .update();
        enter(clinic, responsible, "RESPONSIBLE");
        return clinic;
    }

    /** The clinics that a doctor belongs to now, by name. */
    public List<Clinic> of(UUID account) {
        return database.sql("""
                        select c.id, c.name, m.role = 'RESPONSIBLE' as responsible
                        from clinic c join membership m on m.clinic = c.id
                        where m.account = ? and m.until is null and c.closed_at is null order by c.name, c.id""")
                .param(account)
                .query((row, number) -> new Clinic(
                        new OwnerId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("responsible")))
                .list();
    }

    /** Whether a doctor belongs to a clinic at this moment. */
    boolean has(OwnerId clinic, UUID account) {
        return database.sql("select exists (select from membership where clinic = ? and account = ? and until is null)")
                .params(clinic.value(), account)
                .query(Boolean.class)
                .single();
    }

    Optional<Clinic> of(UUID account, OwnerId clinic) {
        return of(account).stream().filter(one -> one.owner().equals(clinic)).findFirst();
    }

    Optional<String> name(OwnerId clinic) {
        return database.sql("select name from clinic where id = ? and closed_at is null")
                .param(clinic.value())
                .query(String.class)
                .optional();
    }

    List<Member> members(OwnerId clinic) {
        return database.sql("""
                        select a.id as account, a.name, a.email, m.role = 'RESPONSIBLE' as responsible, m.since
                        from membership m join account a on a.id = m.account
                        where m.clinic = ? and m.until is null order by responsible desc, a.name, a.id""")
                .param(clinic.value())
                .query((row, number) -> new Member(
                        row.getObject("account", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("responsible"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** Takes a doctor in; one who is there already stays as they are. */
    @Transactional
    void join(OwnerId clinic, UUID account) {
        enter(clinic, account, "MEMBER");
    }

    void leave(OwnerId clinic, UUID account) {
        database.sql("update membership set until = ? where clinic = ? and account = ? and until is null")
                .params(now(), clinic.value(), account)
                .update();
    }

    /** Somebody else of the clinic answers for it from now on. */
    void handOver(OwnerId clinic, UUID account) {
        database.sql("""
                        update membership set role = case when account = :account then 'RESPONSIBLE' else 'MEMBER' end
                        where clinic = :clinic and until is null""")
                .param("account", account)
                .param("clinic", clinic.value())
                .update();
    }

    void close(OwnerId clinic) {
        database.sql("update clinic set closed_at = ? where id = ?")
                .params(now(), clinic.value())
                .update();
    }

    private void enter(OwnerId clinic, UUID account, String role) {
        database.sql("""
                        insert into membership (clinic, account, role, since) values (?, ?, ?, ?)
                        on conflict (account, clinic) where until is null do nothing""").params(clinic.value(), account, role, now()).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
